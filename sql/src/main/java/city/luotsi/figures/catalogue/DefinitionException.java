package city.luotsi.figures.catalogue;

/** A definition file that says something impossible. The message names the file, the line and the remedy. */
public final class DefinitionException extends RuntimeException {

    public DefinitionException(String origin, int line, String message) {
        super("%s, line %d: %s".formatted(origin, line, message));
    }

    public DefinitionException(String origin, String message) {
        super("%s: %s".formatted(origin, message));
    }
}
