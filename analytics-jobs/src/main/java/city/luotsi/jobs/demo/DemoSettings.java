package city.luotsi.jobs.demo;

import java.time.LocalDate;

/**
 * What a demonstration city is made by. The same settings make the same events, on any machine.
 *
 * @param until the last day of the data, in the city's zone
 * @param years how long the data is, up to {@code until}
 */
public record DemoSettings(long events, long seed, LocalDate until, int years, Telling stories) {

    /** Whether stories are planted. */
    public enum Telling {
        ALL,
        NONE
    }

    public DemoSettings {
        if (events < 1) {
            throw new IllegalArgumentException("a city needs at least one event, was " + events);
        }
        if (years < 1 || years > 10) {
            throw new IllegalArgumentException("the data can be 1 to 10 years long, was " + years);
        }
    }

    public LocalDate from() {
        return until.minusYears(years).plusDays(1);
    }

    public int days() {
        return (int) (until.toEpochDay() - from().toEpochDay()) + 1;
    }

    public boolean hasStories() {
        return stories == Telling.ALL;
    }
}
