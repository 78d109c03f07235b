package city.luotsi.dashboard.wording;

import city.luotsi.figures.catalogue.Kpi;
import city.luotsi.figures.catalogue.Unit;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.text.NumberFormat;
import java.util.Arrays;
import java.util.Currency;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;

/**
 * Figures in words and numerals: rounded for people where they are read, exact where they are looked up.
 *
 * @param longest of the times that stand beside each other, in days: all are told in its unit; empty: each in its own
 */
public record Amounts(Wording wording, String currency, OptionalDouble longest) {
    private static final double MILLION = 1_000_000;
    private static final double ROUNDED_FROM = 10_000;
    private static final double HOURS_PER_DAY = 24;
    private static final double MINUTES_PER_DAY = 1440;
    /** In days; less reads as none of them. */
    private static final double SMALLEST_TOLD = 0.05;

    public Amounts(Wording wording, String currency) {
        this(wording, currency, OptionalDouble.empty());
    }

    /** For figures that stand in one sentence, or are compared: times in one unit, that of the longest. */
    public Amounts alike(double... values) {
        return new Amounts(
                wording,
                currency,
                DoubleStream.concat(longest.stream(), Arrays.stream(values))
                        .filter(Double::isFinite)
                        .map(Math::abs)
                        .max());
    }

    /** As a person would say it: at most three significant digits once it is large. */
    public Quantity rounded(Kpi kpi, double value) {
        return switch (kpi.unit()) {
            case COUNT -> count(value);
            case PERCENT -> new Quantity(share(value), "");
            case DAYS -> duration(value, isTooSmallBeside(value) ? Math.abs(value) : scale(value));
            case MONEY -> new Quantity(money(value, Math.abs(value) < 1000 ? 2 : 0), "");
            case RATE -> new Quantity(number(value, value < 100 ? 1 : 0), perResidents(kpi));
        };
    }

    /** For looking up: more digits than a tile has room for. */
    public String exact(Kpi kpi, double value) {
        return kpi.unit() == Unit.RATE ? column(kpi, value) + " " + perResidents(kpi) : column(kpi, value);
    }

    /** For a column: each as many digits, and no unit that the column's title says. */
    public String column(Kpi kpi, double value) {
        return switch (kpi.unit()) {
            case COUNT -> number(value, 0);
            case PERCENT ->
                digits(NumberFormat.getPercentInstance(wording.locale()), 2).format(value);
            case DAYS -> twoDigits(value) + "\u00a0" + plural("unit.days");
            case MONEY -> money(value, 2);
            case RATE -> twoDigits(value);
        };
    }

    /**
     * Beside an axis, whose numbers all have as many digits: without a unit that stands above it.
     *
     * @param digits that tell it from its neighbours
     */
    public String onAxis(Kpi kpi, double value, int digits) {
        return switch (kpi.unit()) {
            case COUNT, DAYS, RATE ->
                digits(NumberFormat.getNumberInstance(wording.locale()), digits).format(value);
            case PERCENT ->
                digits(NumberFormat.getPercentInstance(wording.locale()), Math.max(0, digits - 2))
                        .format(value);
            // nobody writes €1.5
            case MONEY -> money(value, digits == 1 ? 2 : digits);
        };
    }

    private String twoDigits(double value) {
        return digits(NumberFormat.getNumberInstance(wording.locale()), 2).format(value);
    }

    /** What was decided rather than counted: no more digits than were said. */
    public String decided(Kpi kpi, double value) {
        return kpi.unit() == Unit.PERCENT
                ? percent(value, 1)
                : rounded(kpi, value).text();
    }

    /** A difference of two figures, with its sign; nothing has none. */
    public String difference(Kpi kpi, double value) {
        double size = Math.abs(value);
        return switch (kpi.unit()) {
            case COUNT -> signed(value, number(size, 0));
            case PERCENT -> pointsDifference(value, 1);
            case DAYS -> signed(value, duration(size, scale(size)).text());
            case MONEY -> signed(value, money(size, size < 1000 ? 2 : 0));
            case RATE -> signed(value, number(size, size < 1 ? 2 : 1));
        };
    }

    /** For a column, with more digits. */
    public String exactDifference(Kpi kpi, double value) {
        return kpi.unit() == Unit.PERCENT ? pointsDifference(value, 2) : signed(value, column(kpi, Math.abs(value)));
    }

    /** A difference of two shares with sign and unit. */
    public String pointsDifference(double value, int digits) {
        String size =
                digits(NumberFormat.getNumberInstance(wording.locale()), digits).format(Math.abs(value) * 100);
        return wording.say("unit.points", signed(value, size));
    }

    private static String signed(double value, String size) {
        boolean nothing = size.chars().noneMatch(digit -> digit >= '1' && digit <= '9');
        return nothing ? size : (value < 0 ? "−" : "+") + size;
    }

    /** A difference of two shares, in percentage points; always with its one digit, so that it never reads as "1 points". */
    public String points(double difference) {
        return digits(NumberFormat.getNumberInstance(wording.locale()), 1).format(difference * 100);
    }

    /** A change as a part of what was before: its one digit counts only while it is small. */
    public String part(double size) {
        return size < 0.1 ? share(size) : percent(size, 0);
    }

    private String share(double value) {
        return digits(NumberFormat.getPercentInstance(wording.locale()), 1).format(value);
    }

    private static NumberFormat digits(NumberFormat format, int digits) {
        format.setMinimumFractionDigits(digits);
        format.setMaximumFractionDigits(digits);
        format.setRoundingMode(RoundingMode.HALF_UP);
        return format;
    }

    public String percent(double share, int digits) {
        NumberFormat format = NumberFormat.getPercentInstance(wording.locale());
        format.setMaximumFractionDigits(digits);
        format.setRoundingMode(RoundingMode.HALF_UP);
        return format.format(share);
    }

    /** A share's rounded part of the whole that never claims to be whole when it isn't. */
    public String coverage(double share) {
        return percent(Math.floor(share * 100) / 100, 0);
    }

    public String number(double value, int digits) {
        NumberFormat format = NumberFormat.getNumberInstance(wording.locale());
        format.setMaximumFractionDigits(digits);
        format.setRoundingMode(RoundingMode.HALF_UP);
        return format.format(value);
    }

    private Quantity count(double value) {
        double size = Math.abs(value);
        if (size >= MILLION) {
            return new Quantity(number(threeDigits(value / MILLION), 2), wording.say("unit.millions"));
        }
        return new Quantity(number(size >= ROUNDED_FROM ? threeDigits(value) : value, 0), "");
    }

    private double scale(double days) {
        return longest.orElse(Math.abs(days));
    }

    /** Minutes would read as no days at all, which they aren't. */
    private boolean isTooSmallBeside(double days) {
        return days != 0 && Math.abs(days) < SMALLEST_TOLD && scale(days) >= 1;
    }

    /** @param size of the time in whose unit it is told */
    private Quantity duration(double days, double size) {
        if (size >= 1) {
            return counted(days, digitsOfDays(Math.abs(days), size), "unit.days");
        }
        if (size * HOURS_PER_DAY >= 1 || size == 0) {
            return counted(days * HOURS_PER_DAY, 1, "unit.hours");
        }
        return counted(days * MINUTES_PER_DAY, 0, "unit.minutes");
    }

    /** Less than a day isn't one day: then it takes two digits. */
    private static int digitsOfDays(double days, double size) {
        int digits = size < 100 ? 1 : 0;
        boolean wouldReadAsOne = days < 1
                && BigDecimal.valueOf(days)
                                .setScale(digits, RoundingMode.HALF_UP)
                                .doubleValue()
                        == 1;
        return days < 0.1 || wouldReadAsOne ? 2 : digits;
    }

    /** One day, but 1.1 days: what is read decides, not what was rounded. */
    private Quantity counted(double value, int digits, String unit) {
        double read =
                BigDecimal.valueOf(value).setScale(digits, RoundingMode.HALF_UP).doubleValue();
        return new Quantity(number(value, digits), wording.say(unit, read));
    }

    /** A unit of time as a heading. */
    public String plural(String unit) {
        return wording.say(unit, 2);
    }

    private String money(double value, int digits) {
        NumberFormat format = NumberFormat.getCurrencyInstance(wording.locale());
        format.setCurrency(Currency.getInstance(currency));
        format.setMinimumFractionDigits(digits);
        format.setMaximumFractionDigits(digits);
        return format.format(value);
    }

    public String perResidents(Kpi kpi) {
        return wording.say("unit.per-residents", number((double) kpi.per(), 0));
    }

    private static double threeDigits(double value) {
        return new BigDecimal(value)
                .round(new MathContext(3, RoundingMode.HALF_UP))
                .doubleValue();
    }
}
