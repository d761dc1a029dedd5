; Cameras call this PC, so Windows' firewall has to let them in: this program only, inbound only, and only
; in networks that the owner trusts (the profile "Private"). A rule of an earlier version is replaced.

!macro foyerRemoveRule
  nsExec::Exec 'netsh advfirewall firewall delete rule name="Foyer (cameras)"'
  Pop $0
!macroend

!macro customInstall
  !insertmacro foyerRemoveRule
  nsExec::Exec 'netsh advfirewall firewall add rule name="Foyer (cameras)" dir=in action=allow protocol=TCP profile=private program="$INSTDIR\${APP_EXECUTABLE_FILENAME}" enable=yes'
  Pop $0
  ; Without the rule Windows itself asks the owner at the first start: no reason to fail.
  ${If} $0 != 0
    DetailPrint "The firewall rule could not be added ($0)."
  ${EndIf}
!macroend

!macro customUnInstall
  !insertmacro foyerRemoveRule
!macroend
