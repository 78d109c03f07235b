package city.luotsi.dashboard.accessibility;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Span;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;

/**
 * Whom to write to; only whoever runs the dashboard knows that.
 *
 * @param contact for feedback: an e-mail address, an address of the web, or words
 * @param authority who sees to it that the law is kept: the same
 */
@org.springframework.stereotype.Component
record Contacts(
        @Value("${luotsi.accessibility.contact:}") String contact,
        @Value("${luotsi.accessibility.authority:}") String authority) {

    Optional<Component> feedback() {
        return shown(contact);
    }

    Optional<Component> enforcement() {
        return shown(authority);
    }

    private static Optional<Component> shown(String written) {
        String text = written.strip();
        if (text.isEmpty()) {
            return Optional.empty();
        }
        if (text.matches("\\S+@\\S+")) {
            return Optional.of(new Anchor("mailto:" + text, text));
        }
        return Optional.of(text.matches("https?://\\S+") ? new Anchor(text, text) : new Span(text));
    }
}
