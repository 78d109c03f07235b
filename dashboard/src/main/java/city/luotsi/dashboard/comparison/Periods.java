package city.luotsi.dashboard.comparison;

import city.luotsi.figures.query.Period;
import city.luotsi.figures.query.PeriodText;
import city.luotsi.figures.query.Step;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Periods as a link spells them, always absolute, so that a shared link shows the same days tomorrow. */
public final class Periods {
    /** What is offered by name. */
    public enum Preset {
        LAST_MONTH,
        THIS_MONTH,
        LAST_28_DAYS,
        LAST_QUARTER,
        YEAR_TO_DATE,
        LAST_12_MONTHS
    }

    private Periods() {}

    /** The last calendar month of which every day is there. */
    public static Period lastMonth(LocalDate completeThrough) {
        return Period.lastWholeMonth(completeThrough);
    }

    /** In the order they are offered; a month that is over isn't offered twice. */
    public static Map<Preset, Period> presets(LocalDate completeThrough) {
        Period last = lastMonth(completeThrough);
        Map<Preset, Period> presets = new EnumMap<>(Preset.class);
        presets.put(Preset.LAST_MONTH, last);
        Period running = Period.monthOf(completeThrough);
        if (!running.equals(last)) {
            presets.put(Preset.THIS_MONTH, running);
        }
        presets.put(Preset.LAST_28_DAYS, new Period(completeThrough.minusDays(27), completeThrough));
        presets.put(Preset.LAST_QUARTER, quarterEndingBy(completeThrough));
        presets.put(Preset.YEAR_TO_DATE, year(completeThrough.getYear()));
        presets.put(Preset.LAST_12_MONTHS, new Period(last.from().minusMonths(11), last.to()));
        return presets;
    }

    /** The last whole pieces of time up to a day, as far back as the data goes; empty if it holds no whole one. */
    public static Optional<Period> lastWhole(Step pace, int pieces, LocalDate end, LocalDate dataBegins) {
        if (end.isBefore(dataBegins)) {
            return Optional.empty();
        }
        List<Period> whole = pace.pieces(new Period(dataBegins, end)).stream()
                .filter(piece -> isWhole(pace, piece))
                .toList();
        return whole.isEmpty()
                ? Optional.empty()
                : Optional.of(new Period(
                        whole.get(Math.max(0, whole.size() - pieces)).from(),
                        whole.getLast().to()));
    }

    /** The days around it lie in other pieces. */
    private static boolean isWhole(Step pace, Period piece) {
        return pace.pieces(new Period(piece.from().minusDays(1), piece.to().plusDays(1)))
                        .size()
                == 3;
    }

    /** For a link. */
    public static String write(Period period) {
        return PeriodText.write(period);
    }

    /** From a link; empty if it isn't a period. */
    public static Optional<Period> read(String text) {
        return PeriodText.read(text);
    }

    private static Period quarterEndingBy(LocalDate day) {
        LocalDate next = day.plusDays(1);
        LocalDate start = next.withDayOfMonth(1).minusMonths((next.getMonthValue() - 1) % 3);
        return new Period(start.minusMonths(3), start.minusDays(1));
    }

    private static Period year(int year) {
        return new Period(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31));
    }
}
