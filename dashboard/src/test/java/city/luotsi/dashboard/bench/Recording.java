package city.luotsi.dashboard.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import jdk.jfr.consumer.RecordingFile;

/** The questions that a dashboard asked its publications, written down by Java itself. */
record Recording(Path file) {
    private static final String EVENT = "city.luotsi.Asking";

    /** What Java must be told. */
    String option() {
        return "-XX:StartFlightRecording:settings=none,%s#enabled=true,filename=%s".formatted(EVENT, file);
    }

    private record Question(Instant from, Duration took) {}

    /** Milliseconds of all questions together, for each of these times. */
    List<Double> within(List<WatchedPage.Paint> paints) throws IOException {
        List<Question> questions = RecordingFile.readAllEvents(file).stream()
                .filter(event -> event.getEventType().getName().equals(EVENT))
                .map(event -> new Question(event.getStartTime(), event.getDuration()))
                .toList();
        return paints.stream().map(paint -> together(questions, paint)).toList();
    }

    private static double together(List<Question> questions, WatchedPage.Paint paint) {
        return questions.stream()
                .filter(question -> paint.from() <= millis(question.from()) && millis(question.from()) <= paint.to())
                .mapToDouble(question -> question.took().toNanos() / 1e6)
                .sum();
    }

    private static double millis(Instant instant) {
        return instant.getEpochSecond() * 1e3 + instant.getNano() / 1e6;
    }
}
