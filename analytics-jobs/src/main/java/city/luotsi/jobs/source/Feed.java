package city.luotsi.jobs.source;

import city.luotsi.figures.catalogue.DefinitionException;
import city.luotsi.figures.catalogue.Header;
import city.luotsi.figures.catalogue.SqlFile;
import city.luotsi.figures.catalogue.Text;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A kind of file that can be ingested: one file under {@code sql/source/}.
 *
 * @param key the columns every file must have
 * @param columns the columns that the select may name; those a file lacks are null
 * @param also other spellings: the name a file uses, then the column it means
 * @param zone of times without an offset; empty: the city's own
 * @param cities the city packs it is for, besides those that list it among their feeds
 * @param options for Spark's reader, by format
 */
public record Feed(
        String name,
        String origin,
        Text title,
        Set<Format> formats,
        List<String> key,
        List<String> columns,
        Map<String, String> also,
        Optional<ZoneId> zone,
        List<String> cities,
        Map<Format, Map<String, String>> options,
        String select) {
    private static final Set<String> KEYS =
            Set.of("title", "formats", "key", "columns", "also", "zone", "cities", "csv", "json", "xml", "parquet");
    private static final Pattern COMMENT = Pattern.compile("\\A(\\s*--[^\\n]*\\n)+\\s*");
    private static final Pattern SELECT = Pattern.compile("(?is)select\\s.*\\bfrom\\s+record\\b.*");

    public Feed {
        formats = Set.copyOf(formats);
        key = List.copyOf(key);
        columns = List.copyOf(columns);
        also = Map.copyOf(also);
        cities = List.copyOf(cities);
        options = Map.copyOf(options);
    }

    /** @throws DefinitionException if the header lacks something or the select isn't one of {@code record} */
    static Feed parse(SqlFile file) {
        Header header = file.header();
        header.allow(KEYS);
        List<String> key = header.list("key");
        if (key.isEmpty()) {
            throw header.wrong("key", "must list the columns that every file has, like [unique_key, created_date]");
        }
        String select = COMMENT.matcher(file.select()).replaceFirst("");
        if (!SELECT.matcher(select).matches()) {
            throw new DefinitionException(file.origin(), file.selectLine(), "must be one plain 'select … from record'");
        }
        return new Feed(
                file.name(),
                file.origin(),
                header.translated("title"),
                formats(header),
                key,
                header.list("columns"),
                header.map("also"),
                zone(header),
                header.list("cities"),
                options(header),
                select);
    }

    boolean isFor(String pack, List<String> feedsOfPack) {
        return feedsOfPack.contains(name) || cities.contains(pack);
    }

    Map<String, String> optionsOf(Format format) {
        return options.getOrDefault(format == Format.JSONL ? Format.JSON : format, Map.of());
    }

    private static Set<Format> formats(Header header) {
        Set<Format> formats = EnumSet.noneOf(Format.class);
        for (String ending : header.list("formats")) {
            formats.add(java.util.Arrays.stream(Format.values())
                    .filter(format -> format.ending().equals(ending.toLowerCase(Locale.ROOT)))
                    .findFirst()
                    .orElseThrow(() -> header.wrong(
                            "formats", "has '%s'; known are csv, json, jsonl, xml, parquet".formatted(ending))));
        }
        if (formats.isEmpty()) {
            throw header.wrong("formats", "must list endings, like [csv, json]");
        }
        return formats;
    }

    private static Optional<ZoneId> zone(Header header) {
        try {
            return header.optional("zone").map(ZoneId::of);
        } catch (DateTimeException e) {
            throw header.wrong("zone", "is not a time zone such as Europe/Helsinki: " + header.text("zone"));
        }
    }

    private static Map<Format, Map<String, String>> options(Header header) {
        Map<Format, Map<String, String>> options = new EnumMap<>(Format.class);
        for (Format format : Format.values()) {
            if (header.has(format.ending())) {
                options.put(format, header.map(format.ending()));
            }
        }
        return options;
    }
}
