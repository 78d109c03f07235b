package city.luotsi.dashboard.explore;

import java.util.Optional;

/**
 * Something that is looked at, and can be taken off.
 *
 * @param off what the button for it says to those who listen
 * @param turn into its opposite, where there is one
 */
record Chip(String what, String which, String off, Runnable takeOff, Optional<Turn> turn) {

    /** What it is told apart by. */
    String key() {
        return String.join("/", what, which, turn.isPresent() ? "turn" : "");
    }

    /**
     * @param word how it is looked at
     * @param says what the button does, to those who listen
     */
    record Turn(String word, String says, boolean turned, Runnable turn) {}
}
