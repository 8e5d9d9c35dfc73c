namespace Crm.Extensions.CustomerView.GoldenRecord;

/// <summary>Columns that survive together, so that no value is stitched from two records. The numbers are those of <c>crmx_survivinggroup</c> less 574840000.</summary>
internal enum SurvivingGroup
{
    Name = 0,
    Birth = 1,
    Email = 2,
    Phone = 3,
    Address = 4,
    NationalId = 5,
    Addressing = 6,
}
