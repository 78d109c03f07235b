package city.luotsi.figures.catalogue;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The words of a select, outside quotes and comments: as much reading of SQL as putting KPIs together needs. */
final class SqlWords {

    /** A bare word, in lower case, with its place in the select and its line in the file. */
    record Word(String text, int start, int end, int line, int depth) {
        boolean is(String other) {
            return text.equals(other);
        }
    }

    private SqlWords() {}

    /** The words outside every parenthesis. */
    static List<Word> topLevel(SqlFile file) {
        return everywhere(file).stream().filter(word -> word.depth() == 0).toList();
    }

    static List<Word> everywhere(SqlFile file) {
        String sql = blanked(file.select());
        List<Word> words = new ArrayList<>();
        int depth = 0;
        int line = file.selectLine();
        int i = 0;
        while (i < sql.length()) {
            char c = sql.charAt(i);
            if (Character.isLetter(c) || c == '_') {
                int start = i;
                while (i < sql.length() && (Character.isLetterOrDigit(sql.charAt(i)) || sql.charAt(i) == '_')) {
                    i++;
                }
                words.add(new Word(sql.substring(start, i).toLowerCase(Locale.ROOT), start, i, line, depth));
                continue;
            }
            if (c == '(') {
                depth++;
            } else if (c == ')') {
                depth--;
            } else if (c == '\n') {
                line++;
            }
            i++;
        }
        return words;
    }

    static List<String> splitAtCommas(String list) {
        String sql = blanked(list);
        List<String> items = new ArrayList<>();
        int depth = 0;
        int start = 0;
        for (int i = 0; i < sql.length(); i++) {
            char c = sql.charAt(i);
            if (c == '(') {
                depth++;
            } else if (c == ')') {
                depth--;
            } else if (c == ',' && depth == 0) {
                items.add(list.substring(start, i));
                start = i + 1;
            }
        }
        items.add(list.substring(start));
        return items;
    }

    static String withoutComments(String sql) {
        return replace(sql, false);
    }

    /** The same text with quoted text and comments as blanks, so that every place stays where it is. */
    private static String blanked(String sql) {
        return replace(sql, true);
    }

    private static String replace(String sql, boolean quotesToo) {
        StringBuilder text = new StringBuilder(sql);
        int i = 0;
        while (i < sql.length()) {
            int end = i + 1;
            boolean blank = false;
            if (sql.startsWith("--", i)) {
                end = endOf(sql, "\n", i + 2) - (sql.indexOf('\n', i + 2) < 0 ? 0 : 1);
                blank = true;
            } else if (sql.startsWith("/*", i)) {
                end = endOf(sql, "*/", i + 2);
                blank = true;
            } else if (sql.charAt(i) == '\'' || sql.charAt(i) == '"') {
                end = endOf(sql, sql.substring(i, i + 1), i + 1);
                blank = quotesToo;
            }
            for (int k = i; blank && k < end; k++) {
                if (sql.charAt(k) != '\n') {
                    text.setCharAt(k, ' ');
                }
            }
            i = end;
        }
        return text.toString();
    }

    private static int endOf(String sql, String mark, int from) {
        int at = sql.indexOf(mark, from);
        return at < 0 ? sql.length() : at + mark.length();
    }
}
