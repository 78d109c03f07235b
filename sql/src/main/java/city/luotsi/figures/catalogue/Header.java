package city.luotsi.figures.catalogue;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** The YAML at the top of a definition file. Remembers where each key stands, so that an error can name the line. */
public final class Header {
    private final String origin;
    private final int firstLine;
    private final Map<String, Node> values = new LinkedHashMap<>();

    private Header(String origin, int firstLine) {
        this.origin = origin;
        this.firstLine = firstLine;
    }

    /**
     * @param firstLine the line of the file on which {@code yaml} begins, from 1
     * @throws DefinitionException if this is not a YAML mapping, or a key stands twice
     */
    public static Header parse(String origin, String yaml, int firstLine) {
        Header header = new Header(origin, firstLine);
        Node root;
        try {
            root = new Yaml(new SafeConstructor(new LoaderOptions())).compose(new StringReader(yaml));
        } catch (MarkedYAMLException e) {
            int line = e.getProblemMark() == null ? 0 : e.getProblemMark().getLine();
            throw new DefinitionException(origin, firstLine + line, "not readable as YAML: " + e.getProblem());
        }
        if (!(root instanceof MappingNode mapping)) {
            throw new DefinitionException(origin, firstLine, "expected 'key: value' lines");
        }
        for (NodeTuple tuple : mapping.getValue()) {
            String key = ((ScalarNode) tuple.getKeyNode()).getValue();
            if (header.values.put(key, tuple.getValueNode()) != null) {
                throw new DefinitionException(origin, header.line(tuple.getKeyNode()), "'" + key + "' stands twice");
            }
        }
        return header;
    }

    /** The header that a whole YAML file is. */
    public static Header ofYaml(String origin, String yaml, Set<String> keys) {
        Header header = parse(origin, yaml, 1);
        header.allow(keys);
        return header;
    }

    /** Refuses keys that mean nothing, so that a misspelt one isn't silently ignored. */
    public void allow(Set<String> keys) {
        values.forEach((key, node) -> {
            if (!keys.contains(key)) {
                throw new DefinitionException(
                        origin, line(node), "unknown key '%s'; known are %s".formatted(key, sorted(keys)));
            }
        });
    }

    public boolean has(String key) {
        return values.containsKey(key);
    }

    public String text(String key) {
        return scalar(key, required(key));
    }

    public Optional<String> optional(String key) {
        return Optional.ofNullable(values.get(key)).map(node -> scalar(key, node));
    }

    public List<String> list(String key) {
        Node node = values.get(key);
        if (node == null) {
            return List.of();
        }
        if (!(node instanceof SequenceNode sequence)) {
            throw wrong(key, "must be a list, like [a, b]");
        }
        List<String> items = new ArrayList<>();
        sequence.getValue().forEach(item -> items.add(scalar(key, item)));
        return List.copyOf(items);
    }

    /** The entries of a mapping in their order; empty where the key is not there. */
    public Map<String, String> map(String key) {
        Node node = values.get(key);
        if (node == null) {
            return Map.of();
        }
        if (!(node instanceof MappingNode mapping)) {
            throw wrong(key, "must be a mapping, like { a: b }");
        }
        Map<String, String> entries = new LinkedHashMap<>();
        for (NodeTuple tuple : mapping.getValue()) {
            entries.put(scalar(key, tuple.getKeyNode()), scalar(key, tuple.getValueNode()));
        }
        return entries;
    }

    /** A text in English, Finnish and Swedish; all three are asked for. */
    public Text translated(String key) {
        Map<String, String> languages = required(key) instanceof MappingNode ? map(key) : Map.of();
        if (!languages.keySet().equals(Set.of("en", "fi", "sv"))) {
            throw wrong(key, "needs en, fi and sv, has " + sorted(languages.keySet()));
        }
        return new Text(languages);
    }

    /** One of an enum's constants, spelt in lower case. */
    public <E extends Enum<E>> E oneOf(String key, Class<E> type) {
        String value = text(key);
        for (E constant : type.getEnumConstants()) {
            if (constant.name().toLowerCase(java.util.Locale.ROOT).equals(value)) {
                return constant;
            }
        }
        List<String> known = new ArrayList<>();
        for (E constant : type.getEnumConstants()) {
            known.add(constant.name().toLowerCase(java.util.Locale.ROOT));
        }
        throw wrong(key, "is '%s'; known are %s".formatted(value, known));
    }

    public double number(String key) {
        try {
            return Double.parseDouble(text(key));
        } catch (NumberFormatException e) {
            throw wrong(key, "must be a number, was '" + text(key) + "'");
        }
    }

    /** An error about the value of a key, on the key's line. */
    public DefinitionException wrong(String key, String message) {
        Node node = values.get(key);
        return new DefinitionException(origin, node == null ? firstLine : line(node), "'" + key + "' " + message);
    }

    private Node required(String key) {
        Node node = values.get(key);
        if (node == null) {
            throw new DefinitionException(origin, firstLine, "'" + key + "' is missing");
        }
        return node;
    }

    private String scalar(String key, Node node) {
        if (node instanceof ScalarNode scalar) {
            return scalar.getValue();
        }
        throw new DefinitionException(origin, line(node), "'" + key + "' must be one value");
    }

    private int line(Node node) {
        return firstLine + node.getStartMark().getLine();
    }

    private static List<String> sorted(Set<String> keys) {
        return keys.stream().sorted().toList();
    }
}
