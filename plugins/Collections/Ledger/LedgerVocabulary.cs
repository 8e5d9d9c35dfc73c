namespace Crm.Extensions.Collections;

/// <summary>How a customer is bound by an obligation. The numbers are those of option set crmx_partyrole, less its base 574840000.</summary>
internal enum PartyRole
{
    Debtor = 0,
    CoDebtor = 1,
    Guarantor = 2,

    /// <summary>A person whom the debtor named; bound by nothing, and never contacted about it.</summary>
    Reference = 3,
}

/// <summary>How money is paid. The numbers are those of option set crmx_paymentmethod, less its base 574840000.</summary>
internal enum PaymentMethod
{
    DirectDebit = 0,
    Transfer = 1,
    Card = 2,
    Cash = 3,
    Cheque = 4,
    Other = 5,
}

/// <summary>Where a payment stands (status reason of crmx_payment).</summary>
internal enum PaymentState
{
    InTransit,
    Posted,
    Rejected,
    Returned,
    Refunded,
}

/// <summary>Why a direct debit came back. The numbers are those of option set crmx_returnreason, less its base 574840000.</summary>
internal enum ReturnReason
{
    InsufficientFunds = 0,

    /// <summary>A fault of ours or of the other bank: never the customer's arrears.</summary>
    Technical = 1,
    MandateRevoked = 2,
    AccountClosed = 3,

    /// <summary>The customer refused it.</summary>
    Refused = 4,
    Other = 5,
}

/// <summary>What an amount due is. The numbers are those of option set crmx_installmentkind, less its base 574840000.</summary>
internal enum InstallmentKind
{
    Installment = 0,
    Fee = 1,
    Penalty = 2,
}

/// <summary>Why a customer is left in peace. The numbers are those of option set crmx_holdkind, less its base 574840000.</summary>
internal enum HoldKind
{
    Deceased = 0,
    Insolvency = 1,
    Represented = 2,
    Hardship = 3,
    Disaster = 4,
    DisputedAmount = 5,
    Minor = 6,
}

/// <summary>Whose an address or a number is. The numbers are those of option set crmx_addresskind, less its base 574840000.</summary>
internal enum AddressKind
{
    Own = 0,
    Shared = 1,
    Workplace = 2,
}
