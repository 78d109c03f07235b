package city.luotsi.jobs.crash;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** A small file a day: its requests, what became of some of the day before, and a record that can't be taken. */
public record FilesOfDays(long seed) {
    private static final LocalDate BEFORE_THE_FIRST = LocalDate.of(2026, 2, 28);
    private static final String HEADER =
            "event_id,service_code,district_code,channel,requested_at,ended_at,status,resident,updated_at";

    /** Open ones: what is hidden of others depends on the publication before, and so on when runs were killed. */
    private static final List<String> SERVICES = List.of("library_card", "library_loan", "playground_activity");

    private static final List<String> CHANNELS = List.of("web", "phone", "counter");

    /** The requests of a day. */
    public static int requests(int day) {
        return 20 + day;
    }

    /** Puts a day's file into a folder, where it appears whole. */
    public Path write(Path folder, int day) throws IOException {
        List<String> lines = new ArrayList<>(List.of(HEADER));
        for (int request = 0; request < requests(day); request++) {
            lines.add(line(day, request, "", "open", day));
        }
        for (int request = 0; day > 1 && request < requests(day - 1); request += 3) {
            lines.add(line(day - 1, request, BEFORE_THE_FIRST.plusDays(day) + "T15:00:00", "completed", day));
        }
        lines.add("%d-x,library_card,101,web,yesterday,,open,,".formatted(day));
        Path part = Files.write(folder.resolve("day-%02d.csv.part".formatted(day)), lines);
        return Files.move(part, folder.resolve("day-%02d.csv".formatted(day)));
    }

    private String line(int day, int request, String ended, String status, int updated) {
        Random dice = new Random(seed + 1000L * day + request);
        return "%d-%d,%s,101,%s,%sT09:%02d:00,%s,%s,%d,%sT23:00:00"
                .formatted(
                        day,
                        request,
                        SERVICES.get(dice.nextInt(SERVICES.size())),
                        CHANNELS.get(dice.nextInt(CHANNELS.size())),
                        BEFORE_THE_FIRST.plusDays(day),
                        request,
                        ended,
                        status,
                        dice.nextInt(30),
                        BEFORE_THE_FIRST.plusDays(updated));
    }
}
