package city.luotsi.dashboard.browser;

import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a screen reader reads, in its order: the roles, names and states that ARIA gives the page, as Playwright computes them. */
record AccessibilityTree(List<Node> nodes) {
    private static final Pattern LINE =
            Pattern.compile("^(\\s*)- '?(?:/(url): (.*?)|([a-z]+)(?: \"((?:[^\"\\\\]|\\\\.)*)\")?(.*?))'?$");
    private static final Pattern LEVEL = Pattern.compile("\\[level=(\\d)]");

    /**
     * @param role as ARIA calls it; {@code text} for bare text
     * @param level of a heading, else 0
     * @param rest what else the browser says: states, or the text inside
     * @param url of a link
     */
    record Node(int depth, String role, String name, int level, String rest, String url) {
        /** What is read out: the name, or else the text inside. */
        String read() {
            return name.isEmpty() ? rest.replaceFirst("^:? *", "") : name;
        }
    }

    static AccessibilityTree of(Page page) {
        List<Node> nodes = new ArrayList<>();
        for (String line : page.locator("body").ariaSnapshot().split("\n", -1)) {
            Matcher found = LINE.matcher(line);
            if (!found.matches()) {
                throw new IllegalStateException("not understood: " + line);
            }
            if (found.group(2) != null) {
                Node link = nodes.removeLast();
                nodes.add(new Node(link.depth(), link.role(), link.name(), 0, link.rest(), found.group(3)));
                continue;
            }
            String rest = found.group(6).replaceFirst("(?<=]|^):$", "").strip();
            Matcher level = LEVEL.matcher(rest);
            nodes.add(new Node(
                    found.group(1).length(),
                    found.group(4),
                    found.group(5) == null ? "" : found.group(5).replace("\\\"", "\""),
                    level.find() ? Integer.parseInt(level.group(1)) : 0,
                    rest,
                    ""));
        }
        return new AccessibilityTree(List.copyOf(nodes));
    }

    List<Node> all(String role) {
        return nodes.stream().filter(node -> node.role().equals(role)).toList();
    }

    List<String> names(String role) {
        return all(role).stream().map(Node::read).toList();
    }

    /** What lies within the first node of this role. */
    AccessibilityTree within(String role) {
        return below(nodes.indexOf(all(role).getFirst()));
    }

    /** What lies within the list item that begins with this heading. */
    AccessibilityTree item(String heading) {
        int at = 0;
        while (!(nodes.get(at).role().equals("heading") && nodes.get(at).name().equals(heading))) {
            at++;
        }
        while (!nodes.get(at).role().equals("listitem")) {
            at--;
        }
        return below(at);
    }

    private AccessibilityTree below(int at) {
        int depth = nodes.get(at).depth();
        return new AccessibilityTree(nodes.subList(at + 1, nodes.size()).stream()
                .takeWhile(node -> node.depth() > depth)
                .toList());
    }

    /** All of it in one breath. */
    String told() {
        return String.join(" ", nodes.stream().map(Node::read).toList());
    }
}
