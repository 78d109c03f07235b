package city.luotsi.dashboard.accessibility;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Span;
import org.junit.jupiter.api.Test;

class ContactsTest {

    @Test
    void an_address_is_a_link_and_words_are_words() {
        assertThat(href(" access@city.example ")).isEqualTo("mailto:access@city.example");
        assertThat(href("https://city.example/feedback")).isEqualTo("https://city.example/feedback");
        Contacts spoken = new Contacts("Town hall, on weekdays", "");
        assertThat(spoken.feedback())
                .get()
                .isInstanceOfSatisfying(
                        Span.class, span -> assertThat(span.getText()).isEqualTo("Town hall, on weekdays"));
    }

    @Test
    void nobody_is_made_up() {
        Contacts unset = new Contacts("", "  ");
        assertThat(unset.feedback()).isEmpty();
        assertThat(unset.enforcement()).isEmpty();
    }

    private static String href(String contact) {
        Component shown = new Contacts(contact, "").feedback().orElseThrow();
        return ((Anchor) shown).getHref();
    }
}
