package city.luotsi.dashboard.wording;

import city.luotsi.figures.query.Period;
import java.time.LocalDate;
import java.time.Month;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Days and periods as people write them: "October 2026", "27 Oct – 23 Nov 2026". */
public record Dates(Wording wording) {

    public String day(LocalDate day) {
        return format("d MMM yyyy", day);
    }

    /** With the weekday, as in "on Monday": Finnish inflects it, and the locale data forgets Sunday's ending. */
    public String weekday(LocalDate day) {
        String name = DateTimeFormatter.ofPattern("EEEE", locale()).format(day);
        boolean bare = wording.language().equals("fi") && !name.endsWith("na");
        return name + (bare ? "na " : " ") + day(day);
    }

    public String period(Period period) {
        if (!period.isWholeMonths()) {
            return days(period);
        }
        LocalDate from = period.from();
        LocalDate to = period.to();
        if (isYear(period)) {
            return format("yyyy", from);
        }
        if (isQuarter(period)) {
            return quarter("period.quarter", from);
        }
        if (from.getMonth() == to.getMonth() && from.getYear() == to.getYear()) {
            return month(from);
        }
        return shortMonth(from) + " – " + shortMonth(to);
    }

    /** For an axis: as short as it can be told apart by. */
    public String tick(Period period) {
        if (!period.isWholeMonths()) {
            return format("d MMM", period.from());
        }
        if (isQuarter(period)) {
            return quarter("period.quarter.tick", period.from());
        }
        return isYear(period) ? period(period) : shortMonth(period.from());
    }

    private String quarter(String key, LocalDate from) {
        return wording.say(key, Integer.toString((from.getMonthValue() + 2) / 3), Integer.toString(from.getYear()));
    }

    /** As inside of a sentence: Finnish and Swedish write months small. */
    private String month(LocalDate day) {
        return format("LLLL yyyy", day);
    }

    private String days(Period period) {
        LocalDate from = period.from();
        LocalDate to = period.to();
        if (from.equals(to)) {
            return day(to);
        }
        if (from.getYear() != to.getYear()) {
            return day(from) + " – " + day(to);
        }
        return (from.getMonth() == to.getMonth() ? format("d", from) + "–" : format("d MMM", from) + " – ") + day(to);
    }

    private String shortMonth(LocalDate day) {
        return format("LLL yyyy", day);
    }

    /** Finns write 24.11.2026, and 24. where the month follows later. */
    private String format(String pattern, LocalDate day) {
        String shown = !wording.language().equals("fi")
                ? pattern
                : pattern.equals("d") ? "d." : pattern.replace("d MMM", "d.M.").replace(". yyyy", ".yyyy");
        return DateTimeFormatter.ofPattern(shown, locale()).format(day);
    }

    private Locale locale() {
        return wording.locale();
    }

    private static boolean isYear(Period period) {
        return period.from().getMonth() == Month.JANUARY
                && period.equals(
                        new Period(period.from(), period.from().plusYears(1).minusDays(1)));
    }

    private static boolean isQuarter(Period period) {
        return (period.from().getMonthValue() - 1) % 3 == 0
                && period.equals(
                        new Period(period.from(), period.from().plusMonths(3).minusDays(1)));
    }
}
