package city.luotsi.jobs.cli;

import city.luotsi.jobs.run.Progress;
import java.io.Console;
import java.io.PrintWriter;
import java.util.Optional;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerStageSubmitted;
import org.apache.spark.scheduler.SparkListenerTaskEnd;
import org.apache.spark.sql.SparkSession;

/** A bar that counts Spark's tasks; a line for each stage where nobody could see a bar. */
final class TerminalProgress implements Progress {
    private final PrintWriter err;
    private final boolean terminal;
    private Optional<ProgressBar> bar = Optional.empty();

    TerminalProgress(PrintWriter err) {
        this.err = err;
        this.terminal = Optional.ofNullable(System.console())
                .filter(Console::isTerminal)
                .isPresent();
    }

    void watch(SparkSession session) {
        session.sparkContext().addSparkListener(new SparkListener() {
            @Override
            public void onStageSubmitted(SparkListenerStageSubmitted submitted) {
                expect(submitted.stageInfo().numTasks());
            }

            @Override
            public void onTaskEnd(SparkListenerTaskEnd end) {
                step();
            }
        });
    }

    @Override
    public synchronized void stage(String name) {
        close();
        if (terminal) {
            bar = Optional.of(new ProgressBarBuilder()
                    .setTaskName(name)
                    .setInitialMax(-1)
                    .setStyle(ProgressBarStyle.UNICODE_BLOCK)
                    .setUpdateIntervalMillis(200)
                    .continuousUpdate()
                    .hideEta()
                    .clearDisplayOnFinish()
                    .build());
        } else {
            err.println(name + "…");
            err.flush();
        }
    }

    @Override
    public synchronized void say(String sentence) {
        close();
        err.println(sentence);
        err.flush();
    }

    @Override
    public synchronized void close() {
        bar.ifPresent(ProgressBar::close);
        bar = Optional.empty();
    }

    private synchronized void expect(int tasks) {
        bar.ifPresent(shown -> shown.maxHint(Math.max(0, shown.getMax()) + tasks));
    }

    private synchronized void step() {
        bar.ifPresent(ProgressBar::step);
    }
}
