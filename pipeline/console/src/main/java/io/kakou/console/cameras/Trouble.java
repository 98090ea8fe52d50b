package io.kakou.console.cameras;

/** Why a camera is not watched as was asked, as a page says it in its reader's language. */
public enum Trouble {
    /** No worker has ever spoken of it. */
    NEVER_HEARD,
    /** Its worker has not spoken for {@value CameraStates#SILENT_SECONDS} seconds or more. */
    SILENT,
    /** Its stream has not come as far as pictures. */
    NOT_REACHED,
    /** Its pictures cannot be judged. */
    BLIND,
    /** Nothing judges it for some of the events it is to be watched for. */
    NOT_JUDGED,
    /** It is looked at less often than promised. */
    LATE,
    /** A person has switched off a rule that it is to be watched by. */
    BRAKED
}
