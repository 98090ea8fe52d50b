package io.kakou.rtsp.onvif;

import io.kakou.rtsp.onvif.OnvifException.Code;
import io.kakou.rtsp.onvif.OnvifStreams.Stream;
import java.util.List;
import java.util.Optional;

/** A media profile with video, as Media and Media2 give it (GetProfiles). */
record Profile(String token, String source, String codec, int width, int height) {
    private static final int LARGEST_SIDE = 65_536;

    /** Empty where the profile has no picture. */
    static Optional<Profile> of(XmlElement profile) {
        XmlElement encoder = profile.find("VideoEncoderConfiguration")
                .or(() -> profile.find("VideoEncoder"))
                .orElse(null);
        String token = profile.attribute("token");
        if (encoder == null || token.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Profile(
                token,
                profile.find("VideoSourceConfiguration")
                        .or(() -> profile.find("VideoSource"))
                        .flatMap(video -> video.find("SourceToken"))
                        .map(XmlElement::text)
                        .orElse(""),
                encoder.find("Encoding").map(XmlElement::text).orElse(""),
                side(encoder, "Width"),
                side(encoder, "Height")));
    }

    long pixels() {
        return (long) width * height;
    }

    boolean small() {
        return at("").small();
    }

    Stream at(String address) {
        return new Stream(address, codec, width, height);
    }

    /** The largest picture; where two are alike, the first, which devices list first on purpose. */
    static Profile main(List<Profile> profiles) throws OnvifException {
        Profile most = profiles.stream()
                .reduce((a, b) -> b.pixels() > a.pixels() ? b : a)
                .orElse(null);
        if (most == null) {
            throw new OnvifException(Code.NO_STREAM, "no profile with video");
        }
        return most;
    }

    static Optional<Profile> sub(List<Profile> profiles, Profile main) {
        List<Profile> others =
                profiles.stream().filter(each -> !each.equals(main)).toList();
        Optional<Profile> small =
                others.stream().filter(Profile::small).reduce((a, b) -> b.pixels() > a.pixels() ? b : a);
        return small.isPresent() ? small : others.stream().reduce((a, b) -> b.pixels() < a.pixels() ? b : a);
    }

    private static int side(XmlElement encoder, String name) {
        String digits = encoder.find(name).map(XmlElement::text).orElse("");
        return digits.matches("[0-9]{1,5}") ? Math.min(Integer.parseInt(digits), LARGEST_SIDE) : 0;
    }
}
