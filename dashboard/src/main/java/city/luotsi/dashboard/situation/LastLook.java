package city.luotsi.dashboard.situation;

import city.luotsi.dashboard.snapshot.Snapshot;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.VaadinRequest;
import jakarta.servlet.http.Cookie;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What this browser has seen of a city, remembered by itself in a cookie.
 *
 * @param before when the publication was made that was seen last before this one; empty: none was
 * @param newest when the newest one was made that has been seen
 */
record LastLook(Optional<Instant> before, Instant newest) {
    private static final int A_YEAR = 31_536_000;
    private static final Pattern REMEMBERED = Pattern.compile("(\\d{1,12})?\\.(\\d{1,12})");

    /** Looking at the same publication again doesn't make its news old. */
    static LastLook at(Snapshot snapshot, Optional<String> remembered) {
        Instant made = Instant.ofEpochSecond(snapshot.publication().createdAt().getEpochSecond());
        Matcher parts = REMEMBERED.matcher(remembered.orElse(""));
        if (!parts.matches()) {
            return new LastLook(Optional.empty(), made);
        }
        Instant seen = Instant.ofEpochSecond(Long.parseLong(parts.group(2)));
        if (seen.isBefore(made)) {
            return new LastLook(Optional.of(seen), made);
        }
        return new LastLook(
                Optional.ofNullable(parts.group(1)).map(second -> Instant.ofEpochSecond(Long.parseLong(second))), seen);
    }

    static Optional<String> remembered(Snapshot snapshot) {
        VaadinRequest request = VaadinRequest.getCurrent();
        Cookie[] cookies = request == null ? null : request.getCookies();
        return cookies == null
                ? Optional.empty()
                : Arrays.stream(cookies)
                        .filter(cookie -> cookie.getName().equals(name(snapshot)))
                        .map(Cookie::getValue)
                        .findFirst();
    }

    void remember(UI page, Snapshot snapshot) {
        page.getPage()
                .executeJs(
                        "document.cookie = $0 + '=' + $1 + '; path=/; max-age=' + $2 + '; samesite=lax'",
                        name(snapshot),
                        text(),
                        A_YEAR);
    }

    String text() {
        return before.map(instant -> Long.toString(instant.getEpochSecond())).orElse("") + "."
                + newest.getEpochSecond();
    }

    private static String name(Snapshot snapshot) {
        return "luotsi-looked-" + snapshot.city();
    }
}
