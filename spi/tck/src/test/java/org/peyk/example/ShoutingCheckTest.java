package org.peyk.example;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.peyk.spi.Content;
import org.peyk.spi.LanguageVersion;
import org.peyk.spi.Purpose;
import org.peyk.spi.RequestForm;
import org.peyk.spi.check.ContentCheck;
import org.peyk.spi.tck.CheckSample;
import org.peyk.spi.tck.ContentCheckContract;

// tag::test[]
class ShoutingCheckTest implements ContentCheckContract {
    @Override
    public ContentCheck check() {
        return new ShoutingCheck();
    }

    @Override
    public Set<Ability> abilities() {
        return Set.of(); // reads no files; the contract checks that it does not
    }

    @Override
    public List<CheckSample> samples() {
        return List.of(
                CheckSample.clean("a calm subject", form("İlkbahar şenliği")),
                CheckSample.dirty("a loud subject", form("İLKBAHAR ŞENLİĞİ"), Set.of("SHOUTING")));
    }

    private static RequestForm form(String subject) {
        var version = LanguageVersion.plain(Locale.forLanguageTag("tr"), subject, "Herkes davetlidir.");
        return RequestForm.builder(Purpose.INVITATION)
                .content(Content.of(version))
                .build();
    }
}
// end::test[]
