package city.luotsi.jobs.cluster;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.spark.Success$;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerExecutorRemoved;
import org.apache.spark.scheduler.SparkListenerTaskEnd;
import org.apache.spark.scheduler.SparkListenerTaskStart;

/** In the job's process: tells whoever reads its output which executor is given what. Named by {@link Cluster}. */
public final class TaskTeller extends SparkListener {
    private static final Pattern GIVEN = Pattern.compile(given("(\\d+)") + " .*");

    @Override
    public void onTaskStart(SparkListenerTaskStart start) {
        System.err.println(
                given(start.taskInfo().executorId()) + " " + start.taskInfo().taskId());
    }

    @Override
    public void onTaskEnd(SparkListenerTaskEnd end) {
        if (!end.reason().equals(Success$.MODULE$)) {
            System.err.println("task %d is lost: %s".formatted(end.taskInfo().taskId(), end.reason()));
        }
    }

    @Override
    public void onExecutorRemoved(SparkListenerExecutorRemoved removed) {
        System.err.println(gone(removed.executorId()) + ": " + removed.reason());
    }

    static String given(String executor) {
        return "executor %s is given task".formatted(executor);
    }

    /** The executor that was last given a task, of what was told. */
    static String lastGiven(List<String> told) {
        return told.stream()
                .map(GIVEN::matcher)
                .filter(Matcher::matches)
                .map(given -> given.group(1))
                .reduce((earlier, later) -> later)
                .orElseThrow(() -> new IllegalStateException("no executor was given a task: " + told));
    }

    static String gone(String executor) {
        return "executor %s is gone".formatted(executor);
    }
}
