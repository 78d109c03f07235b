package city.luotsi.dashboard.shell;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CityThemeTest {

    @Test
    void a_file_that_is_missing_or_more_than_CSS_stops_the_start_with_its_name(@TempDir Path folder)
            throws IOException {
        Path missing = folder.resolve("missing.css");
        assertThatThrownBy(() -> new CityTheme(missing.toString()))
                .hasMessage("LUOTSI_THEME names the file %s, which can't be read".formatted(missing));
        Path page = Files.writeString(folder.resolve("page.css"), ":root {} </style><script>");
        assertThatThrownBy(() -> new CityTheme(page.toString()))
                .hasMessage("LUOTSI_THEME takes a file of CSS, but %s holds '</'".formatted(page));
    }
}
