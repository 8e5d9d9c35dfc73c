namespace Crm.Extensions.Cli.Demo;

/// <summary>In what way a contact would have been wrong.</summary>
internal enum Wrong
{
    /// <summary>Against a law: its hours, holidays, caps, channels.</summary>
    Unlawful,

    /// <summary>It says, or supposes, what the ledger does not bear out.</summary>
    Untrue,

    /// <summary>Against the house's own manners, where the law is silent.</summary>
    Rude,
}
