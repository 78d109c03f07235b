package city.luotsi.dashboard.shell;

import city.luotsi.dashboard.wording.Wording;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.ParentLayout;

/** An address that leads nowhere: a city that isn't published, a KPI that doesn't exist. */
@ParentLayout(CityLayout.class)
public final class NotFoundView extends Div implements HasErrorParameter<NotFoundException>, HasDynamicTitle {

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<NotFoundException> parameter) {
        Wording wording = Wording.in(UI.getCurrent().getLocale());
        removeAll();
        addClassName("nothing");
        add(
                new H1(wording.say("not-found.title")),
                new Paragraph(
                        wording.say("not-found.text", "/" + event.getLocation().getPath())),
                new Anchor("/", wording.say("not-found.home")));
        return 404;
    }

    @Override
    public String getPageTitle() {
        return Wording.in(UI.getCurrent().getLocale()).say("not-found.title");
    }
}
