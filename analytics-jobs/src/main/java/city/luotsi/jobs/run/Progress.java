package city.luotsi.jobs.run;

import java.util.function.Consumer;

/** Tells a waiting person what is being done. */
public interface Progress extends AutoCloseable {

    /** Something new begins, for example "reading requests.csv". */
    void stage(String name);

    /** Says something that stays on the screen. */
    void say(String sentence);

    @Override
    default void close() {}

    /** The same, with each stage told to somebody else too. */
    default Progress andTell(Consumer<String> other) {
        return new Progress() {
            @Override
            public void stage(String name) {
                Progress.this.stage(name);
                other.accept(name);
            }

            @Override
            public void say(String sentence) {
                Progress.this.say(sentence);
            }
        };
    }

    /** For callers that nobody watches. */
    static Progress silent() {
        return new Progress() {
            @Override
            public void stage(String name) {}

            @Override
            public void say(String sentence) {}
        };
    }
}
