package city.luotsi.jobs.bench;

import city.luotsi.jobs.run.Progress;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How long each stage took, told by the progress that a waiting person sees. */
final class Stages implements Progress {
    private final Progress shown;
    private final Map<String, Double> seconds = new LinkedHashMap<>();
    private String current = "";
    private long since = System.nanoTime();

    Stages(Progress shown) {
        this.shown = shown;
    }

    @Override
    public synchronized void stage(String name) {
        end();
        current = name;
        shown.stage(name);
    }

    @Override
    public void say(String sentence) {
        shown.say(sentence);
    }

    /** Ends the last stage. */
    synchronized Map<String, Double> seconds() {
        end();
        return Collections.unmodifiableMap(new LinkedHashMap<>(seconds));
    }

    /** All stages before one. */
    static double before(Map<String, Double> seconds, String name) {
        return sum(seconds) - from(seconds, name);
    }

    /** A stage and all after it. */
    static double from(Map<String, Double> seconds, String name) {
        List<String> names = List.copyOf(seconds.keySet());
        if (!names.contains(name)) {
            throw new IllegalStateException("there was no stage '%s' among %s".formatted(name, names));
        }
        return names.stream()
                .skip(names.indexOf(name))
                .mapToDouble(stage -> seconds.getOrDefault(stage, 0.0))
                .sum();
    }

    private static double sum(Map<String, Double> seconds) {
        return seconds.values().stream().mapToDouble(Double::doubleValue).sum();
    }

    private void end() {
        long now = System.nanoTime();
        seconds.merge(current, (now - since) / 1e9, Double::sum);
        since = now;
    }
}
