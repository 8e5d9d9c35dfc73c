using Crm.Extensions.Collections;
using Crm.Extensions.CustomerView.Facts;

namespace Crm.Extensions.CustomerView.Disclosure;

/// <summary>Whether somebody with a purpose may know what another department contacted the customer for. What is not named is masked.</summary>
internal static class ContactCover
{
    public static bool Covers(UseOfData use, Purpose? purpose) => purpose is not { } known || (use switch
    {
        UseOfData.Order => known is Purpose.Requested,
        UseOfData.Service or UseOfData.Complaint => known is Purpose.ThankYou or Purpose.Service or Purpose.Survey or Purpose.Requested or Purpose.Outage or Purpose.Otp,
        UseOfData.Sales or UseOfData.Marketing => known is Purpose.Sales or Purpose.Survey or Purpose.ThankYou or Purpose.Requested,
        UseOfData.Collection => known is Purpose.Collection or Purpose.Promise or Purpose.Reminder or Purpose.ThankYou or Purpose.Requested or Purpose.Notice,
        UseOfData.Payment => known is Purpose.Otp or Purpose.FraudAlert or Purpose.Requested or Purpose.Service,
        UseOfData.Survey => known is Purpose.Survey,
        UseOfData.Care => known is Purpose.Outage or Purpose.Service or Purpose.Requested,
        UseOfData.Credit => known is Purpose.Collection or Purpose.Promise or Purpose.Reminder or Purpose.Sales or Purpose.Notice,
        UseOfData.Legal => true,
        UseOfData.AccountManagement => known is Purpose.ThankYou or Purpose.Service or Purpose.Survey or Purpose.Requested or Purpose.Outage or Purpose.Sales,
        _ => false,
    });
}
