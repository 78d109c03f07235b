package city.luotsi.dashboard.comparison;

import city.luotsi.figures.query.Period;
import city.luotsi.figures.query.Step;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Periods as a link spells them, always absolute, so that a shared link shows the same days tomorrow. */
public final class Periods {
    private static final Pattern YEAR = Pattern.compile("(\\d{4})");
    private static final Pattern QUARTER = Pattern.compile("(\\d{4})-Q([1-4])");
    private static final Pattern MONTH = Pattern.compile("(\\d{4}-\\d{2})");
    private static final Pattern MONTHS = Pattern.compile("(\\d{4}-\\d{2})\\.\\.(\\d{4}-\\d{2})");
    private static final Pattern DAYS = Pattern.compile("(\\d{4}-\\d{2}-\\d{2})\\.\\.(\\d{4}-\\d{2}-\\d{2})");

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
        if (!period.isWholeMonths()) {
            return period.from() + ".." + period.to();
        }
        LocalDate from = period.from();
        YearMonth first = YearMonth.from(from);
        YearMonth last = YearMonth.from(period.to());
        if (first.equals(last)) {
            return first.toString();
        }
        if (period.equals(year(from.getYear()))) {
            return Integer.toString(from.getYear());
        }
        int quarter = (from.getMonthValue() + 2) / 3;
        if (period.equals(quarter(from.getYear(), quarter))) {
            return from.getYear() + "-Q" + quarter;
        }
        return first + ".." + last;
    }

    /** From a link; empty if it isn't a period. */
    public static Optional<Period> read(String text) {
        try {
            return parse(text);
        } catch (DateTimeException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Optional<Period> parse(String text) {
        Matcher year = YEAR.matcher(text);
        Matcher quarter = QUARTER.matcher(text);
        Matcher month = MONTH.matcher(text);
        Matcher months = MONTHS.matcher(text);
        Matcher days = DAYS.matcher(text);
        if (year.matches()) {
            return Optional.of(year(Integer.parseInt(text)));
        }
        if (quarter.matches()) {
            return Optional.of(quarter(Integer.parseInt(quarter.group(1)), Integer.parseInt(quarter.group(2))));
        }
        if (month.matches()) {
            return Optional.of(Period.monthOf(YearMonth.parse(text).atDay(1)));
        }
        if (months.matches()) {
            return Optional.of(new Period(
                    YearMonth.parse(months.group(1)).atDay(1),
                    YearMonth.parse(months.group(2)).atEndOfMonth()));
        }
        if (days.matches()) {
            return Optional.of(new Period(LocalDate.parse(days.group(1)), LocalDate.parse(days.group(2))));
        }
        return Optional.empty();
    }

    private static Period quarterEndingBy(LocalDate day) {
        LocalDate next = day.plusDays(1);
        LocalDate start = next.withDayOfMonth(1).minusMonths((next.getMonthValue() - 1) % 3);
        return new Period(start.minusMonths(3), start.minusDays(1));
    }

    private static Period quarter(int year, int quarter) {
        LocalDate from = LocalDate.of(year, 3 * quarter - 2, 1);
        return new Period(from, from.plusMonths(3).minusDays(1));
    }

    private static Period year(int year) {
        return new Period(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31));
    }
}
