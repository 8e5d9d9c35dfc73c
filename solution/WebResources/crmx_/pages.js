/* What the pages of Crm.Extensions have in common: whose language they speak, how they call a custom API, how they show rows. */
var CrmExtensions = (function () {
  "use strict";

  var words = {
    1033: {
      channel: { phonecall: "Phone call", email: "E-mail", letter: "Letter", sms: "SMS", whatsapp: "WhatsApp", visit: "Visit", chat: "Chat" },
      purpose: {
        thankyou: "Thank-you", reminder: "Payment reminder", collection: "Collection", promise: "Promise follow-up", sales: "Sales", survey: "Survey",
        service: "Service", fraudalert: "Fraud alert", otp: "Operation confirmation", requested: "Reply the customer asked for",
        notice: "Notice required by law", outage: "Outage notice"
      }
    },
    3082: {
      channel: { phonecall: "Llamada", email: "Correo electrónico", letter: "Carta", sms: "SMS", whatsapp: "WhatsApp", visit: "Visita", chat: "Chat" },
      purpose: {
        thankyou: "Agradecimiento", reminder: "Recordatorio de pago", collection: "Cobranza", promise: "Seguimiento de promesa", sales: "Venta",
        survey: "Encuesta", service: "Servicio", fraudalert: "Alerta de fraude", otp: "Confirmación de operación",
        requested: "Respuesta solicitada por el cliente", notice: "Aviso exigido por ley", outage: "Aviso de interrupción"
      }
    }
  };

  function context() {
    if (typeof GetGlobalContext === "function") return GetGlobalContext();
    if (window.parent && window.parent.Xrm) return window.parent.Xrm.Utility.getGlobalContext();
    return null;
  }

  // Every Spanish shares its primary language, the lowest ten bits of the language code.
  function isSpanish(from) {
    if (!from) return (navigator.language || "en").slice(0, 2) === "es";
    return ((from.userSettings ? from.userSettings.languageId : from.getUserLcid()) & 0x3ff) === 0x0a;
  }

  var here = context();
  var language = isSpanish(here) ? 3082 : 1033;

  function element(tag, text, kind) {
    var made = document.createElement(tag);
    if (text !== undefined && text !== null) made.textContent = String(text);
    if (kind) made.className = kind;
    return made;
  }

  return {
    language: language,

    /* The text of one of two sets of words, by the user's language. */
    choose: function (english, spanish) {
      document.documentElement.lang = language === 3082 ? "es" : "en";
      return language === 3082 ? spanish : english;
    },

    /* What people call a channel or a purpose; an unknown word is shown as it came. */
    label: function (kind, word) {
      return words[language][kind][String(word).toLowerCase()] || word;
    },

    fill: function (pattern, values) {
      return pattern.replace(/\{(\d)\}/g, function (_, index) { return String(values[Number(index)]); });
    },

    byId: function (id) { return document.getElementById(id); },

    /* Calls a custom API and answers with its output; fails with the platform's own message. */
    call: function (api, parameters) {
      return fetch((here ? here.getClientUrl() : "") + "/api/data/v9.2/" + api, {
        method: "POST",
        credentials: "same-origin",
        headers: { "Accept": "application/json", "Content-Type": "application/json; charset=utf-8", "OData-MaxVersion": "4.0", "OData-Version": "4.0" },
        body: JSON.stringify(parameters)
      }).then(function (response) {
        return response.json().then(function (answer) {
          if (!response.ok) throw new Error(answer.error ? answer.error.message : response.statusText);
          return answer;
        });
      });
    },

    /* Reads a row or a list by its address in the Web API, as the user; fails with the platform's own message. */
    read: function (address) {
      return fetch((here ? here.getClientUrl() : "") + "/api/data/v9.2/" + address, {
        credentials: "same-origin",
        headers: { "Accept": "application/json", "OData-MaxVersion": "4.0", "OData-Version": "4.0" }
      }).then(function (response) {
        return response.json().then(function (answer) {
          if (!response.ok) throw new Error(answer.error ? answer.error.message : response.statusText);
          return answer;
        });
      });
    },

    /* A link to a row, opened in the app that the page stands in. */
    link: function (table, id, text) {
      var made = element("a", text);
      made.href = (here ? here.getClientUrl() : "") + "/main.aspx?pagetype=entityrecord&etn=" + encodeURIComponent(table) + "&id=" + encodeURIComponent(id);
      made.addEventListener("click", function (event) {
        var client = window.parent && window.parent.Xrm;
        if (!client || !client.Navigation) return;
        event.preventDefault();
        client.Navigation.openForm({ entityName: table, entityId: id });
      });
      return made;
    },

    /* Shows rows under headings; a cell is text, a number or an element. */
    table: function (place, headings, rows) {
      var made = element("table");
      var head = made.appendChild(element("thead")).appendChild(element("tr"));
      headings.forEach(function (heading) {
        var cell = head.appendChild(element("th", heading.text, heading.number ? "number" : ""));
        cell.scope = "col";
      });
      var body = made.appendChild(element("tbody"));
      rows.forEach(function (row) {
        var line = body.appendChild(element("tr"));
        row.forEach(function (value, index) {
          var isElement = value instanceof Node;
          var cell = line.appendChild(element("td", isElement ? null : value, headings[index].number ? "number" : ""));
          if (isElement) cell.appendChild(value);
        });
      });
      place.replaceChildren(made);
    }
  };
})();
