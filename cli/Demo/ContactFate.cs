namespace Crm.Extensions.Cli.Demo;

/// <summary>What became of a planned contact by the end of the week.</summary>
internal enum ContactFate
{
    WentOut,
    WentOutLater,
    Waiting,
    Stopped,
    Breach,
    NotJudged,

    /// <summary>Refused without a verdict: something else went wrong.</summary>
    Failed,
}
