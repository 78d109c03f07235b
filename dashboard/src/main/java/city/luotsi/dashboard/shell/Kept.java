package city.luotsi.dashboard.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasComponents;
import java.util.List;

/** Parts that a step keeps: what isn't moved isn't made anew by the browser either. */
public final class Kept {
    private Kept() {}

    /** These and no others, in this order; those that are in it already are left where they are. */
    public static <P extends Component & HasComponents> void only(P place, List<? extends Component> parts) {
        place.getChildren().filter(child -> !parts.contains(child)).toList().forEach(place::remove);
        for (int i = 0; i < parts.size(); i++) {
            Component part = parts.get(i);
            boolean isThere = part.getParent().filter(place::equals).isPresent()
                    && place.getElement().indexOfChild(part.getElement()) == i;
            if (!isThere) {
                place.addComponentAtIndex(i, part);
            }
        }
    }
}
