namespace Crm.Extensions.Embedded.Messages;

/// <summary>The messages about rows.</summary>
internal static class DataMessages
{
    public static IMessageHandler[] All =>
    [
        new CreateMessage(), new RetrieveMessage(), new RetrieveMultipleMessage(), new WhoAmIMessage(),
    ];
}
