package city.luotsi.figures.query;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Periods as a link spells them, always absolute, so that a shared link shows the same days tomorrow. */
public final class PeriodText {
    private static final Pattern YEAR = Pattern.compile("(\\d{4})");
    private static final Pattern QUARTER = Pattern.compile("(\\d{4})-Q([1-4])");
    private static final Pattern MONTH = Pattern.compile("(\\d{4}-\\d{2})");
    private static final Pattern MONTHS = Pattern.compile("(\\d{4}-\\d{2})\\.\\.(\\d{4}-\\d{2})");
    private static final Pattern DAYS = Pattern.compile("(\\d{4}-\\d{2}-\\d{2})\\.\\.(\\d{4}-\\d{2}-\\d{2})");

    private PeriodText() {}

    /** Such as {@code 2026}, {@code 2026-Q3}, {@code 2026-10}, {@code 2026-01..2026-10} or {@code 2026-10-05..2026-11-01}. */
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

    /** Empty if it isn't a period. */
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

    private static Period quarter(int year, int quarter) {
        LocalDate from = LocalDate.of(year, 3 * quarter - 2, 1);
        return new Period(from, from.plusMonths(3).minusDays(1));
    }

    private static Period year(int year) {
        return new Period(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31));
    }
}
