package city.luotsi.jobs.crash;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import city.luotsi.jobs.run.JobFolders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A city whose job is killed again and again, and what must hold of it in the end. */
final class KilledCity implements Callable<Void> {
    private static final int LEAST_OF_A_PHASE = 2;

    /** A quick machine may have left a phase before it is killed in it: then it is tried again, up to so many times. */
    private static final int TRIES = 10;

    private final Path folder;
    private final int kills;
    private final Random dice;
    private final FilesOfDays files;
    private int days;

    KilledCity(Path folder, long seed, int kills) {
        this.folder = folder;
        this.kills = kills;
        this.dice = new Random(seed);
        this.files = new FilesOfDays(seed);
    }

    /** What a run is doing, by what it says; how long it may go on with that before it is killed. */
    private enum Phase {
        STARTING(2000, "starting Spark…"),
        INGEST(1500, "copying |reading day|writing to the lake"),
        REFRESH(800, "reading the lake|adding up "),
        PUBLISH(400, "writing the publication|checking the publication");

        private final int longest;
        private final String lines;

        Phase(int longest, String lines) {
            this.longest = longest;
            this.lines = lines;
        }

        List<String> lines() {
            return List.of(lines.split("\\|"));
        }

        /** The phase in which it was when it said its last; empty between two runs. */
        static Optional<Phase> at(List<String> said) {
            return Stream.of(values())
                    .filter(phase -> phase.lines().stream().anyMatch(said.getLast()::startsWith))
                    .findFirst();
        }
    }

    @Override
    public @Nullable Void call() throws Exception {
        Path data = folder.resolve("data");
        Path city = data.resolve("helsinki");
        Path inbox = Files.createDirectories(folder.resolve("inbox"));
        Map<Phase, Integer> killed = new EnumMap<>(Phase.class);
        Map<Long, Double> answers;
        long asked;
        try (Reader reader = new Reader(city.resolve("publications"))) {
            for (int kill = 0; kill < kills; kill++) {
                kill(Phase.values()[(kill % 7 + 1) / 2], data, inbox, killed);
            }
            for (Phase phase : List.of(Phase.INGEST, Phase.REFRESH, Phase.PUBLISH)) {
                for (int tries = 0; tries < TRIES && killed.getOrDefault(phase, 0) < LEAST_OF_A_PHASE; tries++) {
                    kill(phase, data, inbox, killed);
                }
            }
            finish(data, inbox);
            answers = reader.answers();
            asked = reader.asked();
        }
        System.out.println("killed in %s; the reader asked %d times: %s".formatted(killed, asked, answers));
        for (Phase phase : List.of(Phase.INGEST, Phase.REFRESH, Phase.PUBLISH)) {
            assertTrue(killed.getOrDefault(phase, 0) >= LEAST_OF_A_PHASE, killed.toString());
        }
        assertEquals(content(undisturbed()), content(city.resolve("publications")));
        assertTrue(complete().containsAll(answers.values()), complete() + " " + answers);
        assertTrue(answers.size() > 1, answers.toString());
        assertNothingIsLeft(data, inbox);
        return null;
    }

    private void kill(Phase phase, Path data, Path inbox, Map<Phase, Integer> killed) throws Exception {
        killedIn(phase, data, inbox).ifPresent(at -> killed.merge(at, 1, Integer::sum));
    }

    /** One run, killed. Returns in which phase it was. */
    private Optional<Phase> killedIn(Phase phase, Path data, Path inbox) throws Exception {
        if (isEmpty(inbox) && (phase == Phase.INGEST || days == 0)) {
            files.write(inbox, ++days);
        }
        String line = phase.lines().get(dice.nextInt(phase.lines().size()));
        int delay = dice.nextInt(phase.longest);
        try (JobProcess job = watch(data, inbox)) {
            boolean reached = reaches(job, line);
            while (!reached) {
                // there was nothing to do for it
                files.write(inbox, ++days);
                reached = reaches(job, line);
            }
            job.killAfter(delay);
            Optional<Phase> at = Phase.at(job.said());
            System.out.println("killed %d ms after '%s': %s (%s)"
                    .formatted(delay, line, at, job.said().getLast()));
            return at;
        }
    }

    /** False if it published, or found nothing to publish, without saying the line. */
    private static boolean reaches(JobProcess job, String line) throws InterruptedException {
        List<String> found = new ArrayList<>();
        assertTrue(
                job.says(said -> {
                    found.add(said);
                    return said.startsWith(line) || said.startsWith("publication ");
                }),
                () -> "it ended: " + job.said());
        return found.getLast().startsWith(line);
    }

    /** A run that nobody disturbs takes and publishes what there is. */
    private static void finish(Path data, Path inbox) throws Exception {
        try (JobProcess job = watch(data, inbox)) {
            do {
                assertTrue(job.says(line -> line.startsWith("publication ")), () -> "it ended: " + job.said());
            } while (!isEmpty(inbox));
            job.stop();
        }
    }

    private static JobProcess watch(Path data, Path inbox) throws IOException {
        return JobProcess.start(
                data, inbox.resolveSibling("machine"), "watch", "--every", "1", "--inbox", inbox.toString());
    }

    /** The same files, one after the other, in a folder of their own. */
    private Path undisturbed() throws Exception {
        JobFolders folders = new JobFolders(folder.resolve("undisturbed"));
        Path originals = Files.createDirectories(folder.resolve("originals"));
        List<Path> all = new ArrayList<>();
        for (int day = 1; day <= days; day++) {
            all.add(files.write(originals, day));
        }
        Here here = new Here(folders);
        here.ingest(all);
        here.refresh();
        return folders.publications("helsinki");
    }

    private static Map<String, List<String>> content(Path publications) throws Exception {
        return Published.content(Published.file(publications, Published.newest(publications)));
    }

    /** What can be said of whole files: the sums of their requests. */
    private Set<Double> complete() {
        Set<Double> sums = new TreeSet<>();
        double sum = 0;
        for (int day = 1; day <= days; day++) {
            sum += FilesOfDays.requests(day);
            sums.add(sum);
        }
        return sums;
    }

    private static boolean isEmpty(Path inbox) throws IOException {
        try (Stream<Path> all = Files.list(inbox)) {
            return all.findAny().isEmpty();
        }
    }

    /** After the next cleaning there is no file that a run as such would not have made. */
    private void assertNothingIsLeft(Path data, Path inbox) throws Exception {
        // some things are kept for a while, in case that somebody still needs them
        for (Path file : filesIn(folder)) {
            Files.setLastModifiedTime(file, FileTime.from(Instant.now().minus(Duration.ofDays(8))));
        }
        try (JobProcess job = JobProcess.start(data, folder.resolve("machine"), "clean")) {
            assertEquals(0, job.end(), () -> job.said().toString());
        }
        Path city = data.resolve("helsinki");
        Path publications = city.resolve("publications");
        Set<String> expected = new TreeSet<>(List.of("data/temporary/.lock", "data/helsinki/cube/told.json"));
        for (String verb : List.of("ingest", "refresh")) {
            expected.add("data/helsinki/.%s.lock".formatted(verb));
        }
        for (long number = 1; number <= Published.newest(publications); number++) {
            if (Files.exists(publications.resolve(number + ".json"))) {
                expected.add("data/helsinki/publications/%d.json".formatted(number));
                expected.add("data/helsinki/publications/"
                        + Published.file(publications, number).getFileName());
            }
        }
        Map<String, Long> others = new TreeMap<>();
        String log = deltaLog(city.resolve("lake/service_event/_delta_log"));
        for (Path file : filesIn(folder)) {
            String name = folder.relativize(file).toString();
            String kind = kind(name, file, log);
            if (!kind.isEmpty()) {
                others.merge(kind, 1L, Long::sum);
            } else {
                assertTrue(expected.contains(name), "left behind: " + name);
            }
        }
        assertEquals(days, others.get("original"), others.toString());
        assertEquals(1L, others.get("cube"), others.toString());
        assertTrue(isEmpty(inbox));
        assertFalse(Files.exists(city.resolve("work/refresh")));
        assertFalse(Files.exists(city.resolve("work/ingest")));
    }

    private static String kind(String name, Path file, String log) {
        String last = String.valueOf(file.getFileName());
        if (name.startsWith("undisturbed/") || name.startsWith("originals/")) {
            return "of the other run";
        }
        if (name.matches("data/helsinki/landing/[0-9a-f]{64}\\.csv")) {
            return "original";
        }
        if (name.matches("data/helsinki/cube/\\d+-[0-9a-f]{8}\\.duckdb")) {
            return "cube";
        }
        if (name.matches("data/helsinki/runs/[^.][^/]*\\.(json|log)")) {
            return "report";
        }
        if (name.matches("data/helsinki/quarantine/[0-9a-f]{64}/.*")) {
            return "quarantine";
        }
        if (name.matches(
                        "data/helsinki/lake/service_event/_delta_log/[^/]*(\\d{20}|_last_checkpoint|_last_vacuum_info)[^/]*")
                && !last.contains(".tmp")) {
            return "log";
        }
        String parquet = last.replaceFirst("^\\.(.*)\\.crc$", "$1");
        return name.startsWith("data/helsinki/lake/") && log.contains(parquet) ? "lake" : "";
    }

    private static String deltaLog(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            List<String> texts = new ArrayList<>();
            for (Path file :
                    files.filter(file -> file.toString().endsWith(".json")).toList()) {
                texts.add(Files.readString(file));
            }
            return String.join("\n", texts);
        }
    }

    private static List<Path> filesIn(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).collect(Collectors.toList());
        }
    }
}
