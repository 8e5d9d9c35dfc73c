namespace Crm.Extensions.Collections;

/// <summary>Why a limit is to change. The numbers are those of option set crmx_limitchangereason, less its base 574840000.</summary>
internal enum LimitChangeReason
{
    CustomerRequest = 0,
    Offer = 1,

    /// <summary>The risk that the customer poses has grown; needs a figure that the system finds as well.</summary>
    Risk = 2,
    Other = 3,
}

/// <summary>By what a risk is measured. The numbers are those of option set crmx_riskmetric, less its base 574840000.</summary>
internal enum RiskMetric
{
    /// <summary>The mean of the purchases of so many closed cycles, in the obligation's currency.</summary>
    AverageSpending = 0,

    /// <summary>The mean of balance ÷ limit at the close of so many cycles, in per cent.</summary>
    Utilisation = 1,

    /// <summary>How many of so many closed cycles were not paid on time.</summary>
    MissedPayments = 2,

    /// <summary>Of the oldest instalment that was unpaid on the day, counted from its effective due date.</summary>
    DaysPastDue = 3,
}

/// <summary>Why a card is to be blocked. The numbers are those of option set crmx_blockreason, less its base 574840000.</summary>
internal enum BlockReason
{
    Fraud = 0,
    Lost = 1,

    /// <summary>On account of how much was spent.</summary>
    Amount = 2,
    Arrears = 3,
    Abroad = 4,
}
