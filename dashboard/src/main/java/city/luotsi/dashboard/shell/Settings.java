package city.luotsi.dashboard.shell;

import city.luotsi.dashboard.wording.Wording;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinSession;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Language and colour scheme, remembered by the browser for a year. */
final class Settings extends Div {
    private static final int A_YEAR = 31_536_000;

    Settings(Wording wording) {
        addClassName("settings");
        add(languages(wording), schemes(wording));
    }

    private static Component languages(Wording wording) {
        List<Component> buttons = new ArrayList<>();
        for (Locale language : Wording.LANGUAGES) {
            NativeButton button =
                    new NativeButton(language.getLanguage().toUpperCase(Locale.ROOT), event -> choose(language));
            button.getElement().setAttribute("lang", language.getLanguage());
            button.setAriaLabel(Wording.in(language).say("language.name"));
            button.setTitle(Wording.in(language).say("language.name"));
            pressed(button, wording.language().equals(language.getLanguage()));
            buttons.add(button);
        }
        return group("languages", wording.say("settings.language"), buttons);
    }

    private static Component schemes(Wording wording) {
        Scheme current =
                VaadinRequest.getCurrent() == null ? Scheme.SYSTEM : Preferences.scheme(VaadinRequest.getCurrent());
        List<Component> buttons = new ArrayList<>();
        for (Scheme scheme : Scheme.values()) {
            Span icon = new Span();
            icon.addClassNames("icon", "scheme-" + scheme.id());
            icon.getElement().setAttribute("aria-hidden", "true");
            NativeButton button = new NativeButton();
            button.add(icon);
            button.setAriaLabel(wording.say("settings.scheme." + scheme.id()));
            button.setTitle(wording.say("settings.scheme." + scheme.id()));
            button.addClickListener(event -> {
                choose(scheme);
                buttons.forEach(other -> pressed(other, other.equals(button)));
            });
            pressed(button, scheme == current);
            buttons.add(button);
        }
        return group("schemes", wording.say("settings.scheme"), buttons);
    }

    private static Component group(String name, String label, List<Component> buttons) {
        Div group = new Div(buttons.toArray(Component[]::new));
        group.addClassNames("choice", name);
        group.getElement().setAttribute("role", "group");
        group.getElement().setAttribute("aria-label", label);
        return group;
    }

    private static void pressed(Component button, boolean pressed) {
        button.getElement().setAttribute("aria-pressed", Boolean.toString(pressed));
    }

    private static void choose(Locale language) {
        VaadinSession.getCurrent().setLocale(language);
        remember(Preferences.LANGUAGE, language.getLanguage());
        UI.getCurrent().getPage().reload();
    }

    private static void choose(Scheme scheme) {
        remember(Preferences.SCHEME, scheme.id());
        UI.getCurrent()
                .getPage()
                .executeJs(
                        "document.documentElement.setAttribute('theme', $0); document.documentElement.style.colorScheme = $1;",
                        scheme.theme(),
                        scheme.css());
    }

    private static void remember(String name, String value) {
        UI.getCurrent()
                .getPage()
                .executeJs(
                        "document.cookie = $0 + '=' + $1 + '; path=/; max-age=' + $2 + '; samesite=lax'",
                        name,
                        value,
                        A_YEAR);
    }
}
