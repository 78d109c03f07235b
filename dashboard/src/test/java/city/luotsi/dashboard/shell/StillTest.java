package city.luotsi.dashboard.shell;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import org.junit.jupiter.api.Test;

class StillTest {

    @Test
    void is_what_it_was_made_of_and_what_was_text_stays_text() {
        Span name = new Span("Parks <b>&</b> \"more\"");
        Anchor link = new Anchor("city?kpi=a&by=b", "a link");
        Div picture = new Div(name, new Span(" "), link);
        picture.addClassNames("card", "now");

        Still still = new Still(picture);

        assertThat(still.getElement().getTag()).isEqualTo("div");
        assertThat(still.getElement().getAttribute("class")).isEqualTo("card now");
        assertThat(still.getElement().getProperty("innerHTML"))
                .isEqualTo("<span>Parks &lt;b&gt;&amp;&lt;/b&gt; \"more\"</span><span> </span>"
                        + "<a href=\"city?kpi=a&amp;by=b\">a link</a>");
    }
}
