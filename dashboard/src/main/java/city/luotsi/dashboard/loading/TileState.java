package city.luotsi.dashboard.loading;

/** Where one piece of a page stands. */
public sealed interface TileState<T> {
    record Loading<T>() implements TileState<T> {}

    record Loaded<T>(T value) implements TileState<T> {}

    /** @param reason in words for the reader */
    record Failed<T>(String reason) implements TileState<T> {}
}
