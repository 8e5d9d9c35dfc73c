using Crm.Extensions.CustomerView.Identity.Normalising;

namespace Crm.Extensions.Cli.Unify;

/// <summary>A row of an input file.</summary>
/// <param name="Line">Its line in the file, the header's being 1.</param>
/// <param name="RecordId">Unique in its file once the loader has seen it.</param>
/// <param name="Truth">What the truth column says; null where there is none.</param>
/// <param name="Problem">Why it can't be judged, with the column's name; null where it can. Such a row becomes a customer of its own.</param>
internal sealed record InputRow(int Line, string RecordId, IdentityRecord Identity, string? Truth, string? Problem);
