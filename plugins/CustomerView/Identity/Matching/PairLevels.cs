namespace Crm.Extensions.CustomerView.Identity.Matching;

/// <summary>How two records agree in every field: a level of four bits each, so that equal patterns can be counted.</summary>
internal readonly record struct PairLevels(ulong Bits)
{
    private const int Width = 4;
    private const ulong Mask = 15;

    public AgreementLevel this[MatchField field] => (AgreementLevel)(Bits >> ((int)field * Width) & Mask);

    public PairLevels With(MatchField field, AgreementLevel level) =>
        new((Bits & ~(Mask << ((int)field * Width))) | ((ulong)level << ((int)field * Width)));
}
