package city.luotsi.dashboard.explore;

import city.luotsi.dashboard.shell.Pick;
import city.luotsi.dashboard.wording.Words;
import city.luotsi.figures.city.Member;
import city.luotsi.figures.query.Refusal;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;

/** First the dimension, then its member; what can't be answered is there, greyed out, with the reason. */
final class MemberPicker extends Div {
    private final transient Words words;
    private final transient BiConsumer<String, String> chosen;
    private final Pick<String> dimension;

    /** @param chosen told of the dimension and its member */
    MemberPicker(String label, Words words, BiConsumer<String, String> chosen) {
        this.words = words;
        this.chosen = chosen;
        this.dimension = Pick.named(label, this::askFor);
        add(dimension);
    }

    /** @param closed why no member of a dimension can be taken */
    void offer(Function<String, Optional<Refusal>> closed) {
        dimension.offer(
                Exploration.dimensions(words.publication()).stream()
                        .map(name -> choice(name, closed.apply(name)))
                        .toList(),
                Optional.empty());
    }

    private void askFor(String name) {
        ComboBox<String> member = members(name);
        removeAll();
        add(dimension, member);
        member.focus();
    }

    private void choose(String name, String member) {
        removeAll();
        add(dimension);
        dimension.unchoose();
        chosen.accept(name, member);
    }

    private Pick.Choice<String> choice(String name, Optional<Refusal> closed) {
        return new Pick.Choice<>(
                name,
                closed.map(refusal -> words.say("filter.closed", words.dimension(name), words.refusal(refusal)))
                        .orElseGet(() -> words.dimension(name)),
                closed.isEmpty());
    }

    /** What takes the focus. */
    Pick<String> dimension() {
        return dimension;
    }

    private ComboBox<String> members(String name) {
        List<String> ids = new ArrayList<>(
                words.publication().members(name).stream().map(Member::id).toList());
        ids.add(Member.UNKNOWN);
        ComboBox<String> member = new ComboBox<>();
        member.setAriaLabel(words.dimension(name));
        member.setPlaceholder(words.dimension(name));
        member.setItems(ids);
        member.setItemLabelGenerator(id -> words.member(name, id));
        member.addValueChangeListener(event -> choose(name, event.getValue()));
        return member;
    }
}
