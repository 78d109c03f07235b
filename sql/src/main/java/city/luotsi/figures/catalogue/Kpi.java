package city.luotsi.figures.catalogue;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;

/**
 * A key figure: its meaning and its SQL, from one file.
 *
 * @param of the subject whose rows it counts
 * @param quantile which one, 0..1, for {@link Rollup#QUANTILE}; else 0
 * @param per the residents it is a rate of, such as 1,000, for {@link Rollup#PER_RESIDENT}; else 1
 * @param knownAfterDays the youngest days for which it can't be known yet
 * @param source where its definition comes from; empty where it is our own
 */
public record Kpi(
        String name,
        Text title,
        Text meaning,
        String of,
        Rollup rollup,
        Unit unit,
        Better better,
        double quantile,
        long per,
        int knownAfterDays,
        Optional<String> source,
        KpiSelect select,
        SqlFile file) {
    private static final Set<String> KEYS = Set.of(
            "title", "meaning", "of", "rollup", "unit", "better", "quantile", "per", "known_after_days", "source");

    /** @throws DefinitionException with file and line, if the header or the select isn't a KPI's */
    public static Kpi of(SqlFile file) {
        Header header = file.header();
        header.allow(KEYS);
        Rollup rollup = header.oneOf("rollup", Rollup.class);
        return new Kpi(
                file.name(),
                header.translated("title"),
                header.translated("meaning"),
                header.text("of"),
                rollup,
                header.oneOf("unit", Unit.class),
                header.oneOf("better", Better.class),
                quantile(header, rollup),
                per(header, rollup),
                header.has("known_after_days") ? (int) header.number("known_after_days") : 0,
                header.optional("source"),
                KpiSelect.parse(file, header.text("of"), rollup.columns()),
                file);
    }

    /** SHA-256 of the whole file: a figure whose definition changed can be told apart. */
    public String hash() {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256").digest(file.text().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    private static double quantile(Header header, Rollup rollup) {
        if (rollup != Rollup.QUANTILE) {
            refuse(header, "quantile", rollup);
            return 0;
        }
        double quantile = header.number("quantile");
        if (quantile <= 0 || quantile >= 1) {
            throw header.wrong("quantile", "must lie between 0 and 1, was " + quantile);
        }
        return quantile;
    }

    private static long per(Header header, Rollup rollup) {
        if (rollup != Rollup.PER_RESIDENT) {
            refuse(header, "per", rollup);
            return 1;
        }
        long per = (long) header.number("per");
        if (per < 1) {
            throw header.wrong("per", "must be at least 1, was " + per);
        }
        return per;
    }

    private static void refuse(Header header, String key, Rollup rollup) {
        if (header.has(key)) {
            throw header.wrong(
                    key, "means nothing for rollup '%s'".formatted(rollup.name().toLowerCase(java.util.Locale.ROOT)));
        }
    }
}
