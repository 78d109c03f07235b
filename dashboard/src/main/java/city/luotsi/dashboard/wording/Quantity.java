package city.luotsi.dashboard.wording;

/**
 * A figure as it is shown: the numeral apart from its unit, so that a tile can set the numeral large.
 *
 * @param unit "" where the numeral says it all
 */
public record Quantity(String numeral, String unit) {

    public String text() {
        return unit.isEmpty() ? numeral : numeral + " " + unit;
    }
}
