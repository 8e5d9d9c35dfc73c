namespace Crm.Extensions.Embedded.Security;

/// <summary>What a privilege allows.</summary>
internal enum AccessRight
{
    Read,
    Write,
    Append,
    AppendTo,
    Create,
    Delete,
    Share,
    Assign,
}
