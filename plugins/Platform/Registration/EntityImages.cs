namespace Crm.Extensions.Platform.Registration;

/// <summary>On which messages the platform hands out images of the row, and which input parameter names that row.</summary>
/// <remarks>
/// As documented under "Define entity images": Assign, Create, Delete, DeliverIncoming, DeliverPromote, Merge, Route, Send, SetState, Update and
/// their Multiple forms. An image registered on any other message (Book, Reschedule) is refused by the platform.
/// </remarks>
internal static class EntityImages
{
    /// <summary>The input parameter for the image's <c>messagepropertyname</c>, or null where the platform has no images.</summary>
    public static string? PropertyOf(string message) => message switch
    {
        Message.Create => "Id",
        Message.Update or Message.Delete or Message.Merge => "Target",
        Message.Send => "EmailId",
        _ => null,
    };
}
