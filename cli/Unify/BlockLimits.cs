namespace Crm.Extensions.Cli.Unify;

/// <summary>What comparing may cost.</summary>
/// <param name="LargestBlock">A key of more records says nothing, however few there are.</param>
/// <param name="ComparisonsPerRecord">Where blocks together cost more a record, the largest are left out first.</param>
/// <param name="SmallestLimit">Blocks up to this size are always compared.</param>
internal sealed record BlockLimits(int LargestBlock = 200, int ComparisonsPerRecord = 100, int SmallestLimit = 20);
