package city.luotsi.figures.catalogue;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** All definitions together, checked against each other: the only names anything may be asked by. */
public record Catalogue(Map<String, Kpi> kpis, Map<String, Subject> subjects, Map<String, Dimension> dimensions) {

    public Catalogue {
        kpis = Ordered.copyOf(kpis);
        subjects = Ordered.copyOf(subjects);
        dimensions = Ordered.copyOf(dimensions);
        for (Subject subject : subjects.values()) {
            for (Grain grain : subject.grains()) {
                requireKnown(subject, grain, dimensions.keySet());
            }
        }
        for (Dimension dimension : dimensions.values()) {
            if (dimension.parent().isPresent()
                    && !dimensions.containsKey(dimension.parent().get())) {
                throw new DefinitionException(
                        "dimension/" + dimension.name() + ".yaml",
                        "unknown parent '%s'; known are %s"
                                .formatted(dimension.parent().get(), dimensions.keySet()));
            }
        }
        for (Kpi kpi : kpis.values()) {
            requireAnswerable(kpi, subjects);
        }
    }

    public static Catalogue of(List<SqlFile> kpis, List<SqlFile> subjects, Map<String, String> dimensionFiles) {
        Map<String, Kpi> byName = new LinkedHashMap<>();
        kpis.forEach(file -> byName.put(file.name(), Kpi.of(file)));
        Map<String, Subject> subjectsByName = new LinkedHashMap<>();
        subjects.forEach(file -> subjectsByName.put(file.name(), Subject.of(file)));
        Map<String, Dimension> dimensions = new LinkedHashMap<>();
        dimensionFiles.forEach((name, yaml) -> dimensions.put(name, Dimension.parse(name, yaml)));
        return new Catalogue(byName, subjectsByName, dimensions);
    }

    /** What the definition files say, with the folders that add to the built-in ones. */
    public static Catalogue of(Definitions definitions) {
        return of(
                definitions.sqlFiles("kpi"), definitions.sqlFiles("subject"), definitions.texts("dimension", ".yaml"));
    }

    /** @throws DefinitionException if there is none of that name */
    public Kpi kpi(String name) {
        Kpi kpi = kpis.get(name);
        if (kpi == null) {
            throw new DefinitionException("KPI '" + name + "'", "is unknown; known are " + kpis.keySet());
        }
        return kpi;
    }

    public Subject subjectOf(Kpi kpi) {
        Subject subject = subjects.get(kpi.of());
        if (subject == null) {
            throw new DefinitionException(kpi.file().origin(), "is of the unknown subject '" + kpi.of() + "'");
        }
        return subject;
    }

    /** All subjects, each after those that it reads. */
    public List<Subject> dependenciesFirst() {
        return subjects.values().stream()
                .sorted(Comparator.comparingInt(this::depth))
                .toList();
    }

    private int depth(Subject subject) {
        return read(subject).stream().mapToInt(other -> 1 + depth(other)).max().orElse(0);
    }

    /** The subjects that one reads. */
    public List<Subject> read(Subject subject) {
        return subjects.values().stream().filter(subject::reads).toList();
    }

    /** The dimension's columns in a published table: its parent first, then itself. */
    public List<String> columnsOf(String dimension) {
        Dimension known = dimension(dimension);
        return known.parent().map(parent -> List.of(parent, known.name())).orElseGet(() -> List.of(known.name()));
    }

    /** All dimension columns of a grain's table, in order. */
    public List<String> columnsOf(Grain grain) {
        return grain.dimensions().stream()
                .flatMap(dimension -> columnsOf(dimension).stream())
                .distinct()
                .toList();
    }

    public Dimension dimension(String name) {
        Dimension dimension = dimensions.get(name);
        if (dimension == null) {
            throw new DefinitionException("dimension '" + name + "'", "is unknown; known are " + dimensions.keySet());
        }
        return dimension;
    }

    private static void requireKnown(Subject subject, Grain grain, Set<String> dimensions) {
        for (String dimension : grain.dimensions()) {
            if (!dimensions.contains(dimension)) {
                throw new DefinitionException(
                        subject.file().origin(),
                        "grain '%s' names the unknown dimension '%s'; known are %s"
                                .formatted(grain.table(), dimension, dimensions));
            }
        }
    }

    private static void requireAnswerable(Kpi kpi, Map<String, Subject> subjects) {
        Subject subject = subjects.get(kpi.of());
        if (subject == null) {
            throw kpi.file().header().wrong("of", "is '%s'; known are %s".formatted(kpi.of(), subjects.keySet()));
        }
        if (subject.grains(kpi.rollup().grainKind()).isEmpty()) {
            throw kpi.file()
                    .header()
                    .wrong("rollup", "has no grain in subject/%s.sql to be published at".formatted(kpi.of()));
        }
    }
}
