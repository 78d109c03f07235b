package city.luotsi.dashboard.loading;

import java.util.Optional;

/** Where one piece of a page stands. */
public sealed interface TileState<T> {
    record Loading<T>() implements TileState<T> {}

    record Loaded<T>(T value) implements TileState<T> {}

    /** @param reason in words for the reader; empty where only the log can tell */
    record Failed<T>(Optional<String> reason) implements TileState<T> {}
}
