package city.luotsi.figures.catalogue;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What KPIs count.
 *
 * @param row what one row is, in words
 * @param file the definition file; its select may read {@code service_event}, the city pack's tables and other subjects
 * @param together columns of the event: events that share one of their values may change each other's rows; empty where
 *     each row depends on its own event alone
 * @param grains the tables published of it
 */
public record Subject(String name, String row, SqlFile file, List<String> together, List<Grain> grains) {
    private static final Set<String> KEYS =
            Set.of("row", "together", "cells", "coarse_cells", "buckets", "coarse_buckets", "sketches");

    public Subject {
        together = List.copyOf(together);
        grains = List.copyOf(grains);
    }

    public static Subject of(SqlFile file) {
        Header header = file.header();
        header.allow(KEYS);
        List<Grain> grains = new ArrayList<>();
        addGrains(file, "cells", GrainKind.CELL, false, grains);
        addGrains(file, "coarse_cells", GrainKind.CELL, true, grains);
        addGrains(file, "buckets", GrainKind.BUCKET, false, grains);
        addGrains(file, "coarse_buckets", GrainKind.BUCKET, true, grains);
        addGrains(file, "sketches", GrainKind.SKETCH, false, grains);
        if (grains.isEmpty()) {
            throw header.wrong("cells", "is missing: a subject publishes at least one grain");
        }
        return new Subject(file.name(), header.text("row"), file, header.list("together"), grains);
    }

    boolean reads(Subject other) {
        return !other.name.equals(name) && file.select().matches("(?is).*\\b(from|join)\\s+" + other.name + "\\b.*");
    }

    public List<Grain> grains(GrainKind kind) {
        return grains.stream().filter(grain -> grain.kind() == kind).toList();
    }

    /** The tables that are added up from rows; the coarse ones are added up from them. */
    public List<Grain> fineGrains(GrainKind kind) {
        return grains(kind).stream().filter(grain -> !grain.coarse()).toList();
    }

    private static void addGrains(SqlFile file, String key, GrainKind kind, boolean coarse, List<Grain> grains) {
        for (String words : file.header().list(key)) {
            try {
                grains.add(Grain.parse(file.name(), kind, coarse, words));
            } catch (IllegalArgumentException e) {
                throw file.header().wrong(key, String.valueOf(e.getMessage()));
            }
        }
    }
}
