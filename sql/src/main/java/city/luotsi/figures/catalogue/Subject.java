package city.luotsi.figures.catalogue;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What KPIs count.
 *
 * @param row what one row is, in words
 * @param file the definition file; its select may read {@code service_event}, the city pack's tables and other subjects
 * @param grains the tables published of it
 */
public record Subject(String name, String row, SqlFile file, List<Grain> grains) {
    private static final Set<String> KEYS = Set.of("row", "cells", "buckets", "sketches");

    public Subject {
        grains = List.copyOf(grains);
    }

    public static Subject of(SqlFile file) {
        Header header = file.header();
        header.allow(KEYS);
        List<Grain> grains = new ArrayList<>();
        addGrains(file, "cells", GrainKind.CELL, grains);
        addGrains(file, "buckets", GrainKind.BUCKET, grains);
        addGrains(file, "sketches", GrainKind.SKETCH, grains);
        if (grains.isEmpty()) {
            throw header.wrong("cells", "is missing: a subject publishes at least one grain");
        }
        return new Subject(file.name(), header.text("row"), file, grains);
    }

    public List<Grain> grains(GrainKind kind) {
        return grains.stream().filter(grain -> grain.kind() == kind).toList();
    }

    private static void addGrains(SqlFile file, String key, GrainKind kind, List<Grain> grains) {
        for (String words : file.header().list(key)) {
            try {
                grains.add(Grain.parse(file.name(), kind, words));
            } catch (IllegalArgumentException e) {
                throw file.header().wrong(key, String.valueOf(e.getMessage()));
            }
        }
    }
}
