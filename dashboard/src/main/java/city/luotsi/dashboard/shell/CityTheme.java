package city.luotsi.dashboard.shell;

import com.vaadin.flow.server.communication.IndexHtmlResponse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jsoup.nodes.DataNode;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** A city's own look: a file of CSS that sets the tokens of {@code luotsi-tokens.css} again. Read once, at the start. */
@Component
class CityTheme {
    private final String css;

    /** @param file empty: none */
    CityTheme(@Value("${luotsi.theme:}") String file) {
        this.css = file.isBlank() ? "" : read(Path.of(file));
    }

    private static String read(Path file) {
        try {
            String css = Files.readString(file);
            if (css.contains("</")) {
                throw new IllegalArgumentException(
                        "LUOTSI_THEME takes a file of CSS, but %s holds '</'".formatted(file));
            }
            return css;
        } catch (IOException e) {
            throw new IllegalArgumentException(
                    "LUOTSI_THEME names the file %s, which can't be read".formatted(file), e);
        }
    }

    /** In the page from its first byte, so that nobody sees other colours first. */
    void writeInto(IndexHtmlResponse response) {
        if (!css.isEmpty()) {
            response.getDocument().head().appendElement("style").appendChild(new DataNode(css));
        }
    }
}
