package city.luotsi.dashboard.accessibility;

import city.luotsi.dashboard.shell.Places;
import city.luotsi.dashboard.shell.Reading;
import city.luotsi.dashboard.snapshot.Snapshot;
import city.luotsi.dashboard.wording.Dates;
import city.luotsi.dashboard.wording.Wording;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Code;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteAlias;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** The accessibility statement, in the order of the model that belongs to directive (EU) 2016/2102. */
@Route("accessibility")
@RouteAlias(":city([a-z0-9_@-]+)/accessibility")
public final class AccessibilityView extends Div implements BeforeEnterObserver, HasDynamicTitle {
    /** When what the statement says was last looked at: changed by hand, with the statement. */
    static final LocalDate EVALUATED = LocalDate.of(2026, 11, 26);

    /** What is known not to be as it should be; {@code accessibility.gap.<name>} says it. */
    static final List<String> GAPS = List.of("language", "sideways", "dates");

    static final List<String> METHODS = List.of("axe", "keyboard", "tree", "zoom", "colour", "people");

    private final transient Reading reading;
    private final transient Contacts contacts;

    AccessibilityView(Reading reading, Contacts contacts) {
        this.reading = reading;
        this.contacts = contacts;
        addClassName("statement");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        String city = Places.city(event.getRouteParameters());
        Optional<Snapshot> snapshot = reading.of(city);
        if (!city.isEmpty() && snapshot.isEmpty()) {
            event.rerouteToError(NotFoundException.class);
            return;
        }
        Wording wording = Wording.in(event.getUI().getLocale());
        String whose = snapshot.map(known -> known.publication().name().in(wording.locale()))
                .orElseGet(() -> wording.say("accessibility.nobody"));
        show(wording, whose);
    }

    @Override
    public String getPageTitle() {
        return Wording.in(UI.getCurrent().getLocale()).say("accessibility.page-title");
    }

    private void show(Wording wording, String whose) {
        String day = new Dates(wording).day(EVALUATED);
        Paragraph meaning = new Paragraph(wording.say("accessibility.scope", whose));
        meaning.addClassName("meaning");
        Div head = new Div(new Div(new H1(wording.say("accessibility.title")), meaning));
        head.addClassName("head");
        removeAll();
        add(
                head,
                section(wording, "status", text(wording, "accessibility.status.text")),
                section(wording, "gaps", text(wording, "accessibility.gaps.text"), list(wording, "gap", GAPS)),
                section(
                        wording,
                        "evaluation",
                        new Paragraph(wording.say("accessibility.evaluation.text", day)),
                        list(wording, "method", METHODS),
                        new Paragraph(wording.say("accessibility.evaluation.day", day))),
                section(
                        wording,
                        "feedback",
                        text(wording, "accessibility.feedback.text"),
                        who(wording, "feedback", contacts.feedback(), "LUOTSI_ACCESSIBILITY_CONTACT")),
                section(
                        wording,
                        "enforcement",
                        text(wording, "accessibility.enforcement.text"),
                        who(wording, "enforcement", contacts.enforcement(), "LUOTSI_ACCESSIBILITY_AUTHORITY")));
    }

    private static Section section(Wording wording, String name, Component... content) {
        Section section = new Section(new H2(wording.say("accessibility." + name)));
        section.add(content);
        section.addClassName("card");
        return section;
    }

    private static Paragraph text(Wording wording, String key) {
        return new Paragraph(wording.say(key));
    }

    private static UnorderedList list(Wording wording, String kind, List<String> names) {
        UnorderedList list = new UnorderedList();
        names.forEach(name -> list.add(new ListItem(wording.say("accessibility." + kind + "." + name))));
        return list;
    }

    /** Nothing is made up: where nobody is named, the page says how one is. */
    private static Paragraph who(Wording wording, String name, Optional<Component> known, String setting) {
        Paragraph who = known.map(Paragraph::new)
                .orElseGet(() -> new Paragraph(
                        new com.vaadin.flow.component.Text(wording.say("accessibility." + name + ".missing") + " "),
                        new Code(setting)));
        who.addClassName("who");
        return who;
    }
}
