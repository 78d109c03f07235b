package city.luotsi.jobs.demo;

import city.luotsi.figures.catalogue.Text;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * A story as it stands in the data of one seed: what later work must find, and why it happened.
 *
 * @param cause why it happened, which the data doesn't say
 * @param slice where it happened: of {@code service, district, channel, feed} those it is confined to, with the member
 * @param from its first day; of {@link Effect#WAIT} and the like the first day of the requests it touches
 * @param to its last day; the last of the data where it goes on
 * @param size how strong it is: a factor or a share, by effect
 * @param shownFrom the first day by whose end the data can show it
 * @param shownBy why not before, in English
 */
public record PlantedStory(
        String id,
        Text title,
        Text cause,
        Effect effect,
        Map<String, String> slice,
        LocalDate from,
        LocalDate to,
        double size,
        LocalDate shownFrom,
        String shownBy) {

    public PlantedStory {
        slice = Map.copyOf(slice);
        if (to.isBefore(from) || shownFrom.isBefore(from)) {
            throw new IllegalArgumentException("the story %s begins on %s, so it can't end on %s or be shown from %s"
                    .formatted(id, from, to, shownFrom));
        }
    }

    public boolean isOn(LocalDate day) {
        return !day.isBefore(from) && !day.isAfter(to);
    }

    /** For the run's report. */
    String sentence() {
        return "planted story %s: %s; %s, %s to %s, shown from %s"
                .formatted(id, title.in(Locale.ENGLISH), new TreeMap<>(slice), from, to, shownFrom);
    }
}
