package city.luotsi.dashboard.shell;

import city.luotsi.dashboard.snapshot.Snapshot;
import city.luotsi.dashboard.wording.Wording;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.select.Select;
import java.util.List;

/** Which city, where several are published. */
final class CityChoice extends Composite<Select<Snapshot>> {

    CityChoice(List<Snapshot> cities, String current, Wording wording) {
        Select<Snapshot> choice = getContent();
        choice.addClassName("city-choice");
        choice.setAriaLabel(wording.say("nav.city"));
        choice.setItems(cities);
        choice.setItemLabelGenerator(snapshot -> label(snapshot, wording));
        cities.stream()
                .filter(snapshot -> snapshot.city().equals(current))
                .findFirst()
                .ifPresent(choice::setValue);
        choice.addValueChangeListener(event -> open(choice, event.getValue()));
    }

    private static String label(Snapshot snapshot, Wording wording) {
        String name = snapshot.publication().name().in(wording.locale());
        return snapshot.publication().demonstration() ? wording.say("nav.city.demonstration", name) : name;
    }

    private static void open(Component from, Snapshot chosen) {
        from.getUI().ifPresent(page -> page.navigate(Places.overview(chosen.city())));
    }
}
